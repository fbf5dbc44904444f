//! The service on a real socket: it answers at its own port, and ends when it is told to.

use std::time::{Duration, Instant};

use axum::Router;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::oneshot,
};
use web::{Listening, ServeError, guard::Guard};

#[tokio::test]
async fn it_answers_at_its_port_and_ends_although_a_browser_lingers() {
    let listening = Listening::on(0).await.unwrap();
    let port = listening.port();
    let taken = Listening::on(port).await;
    assert!(matches!(taken, Err(ServeError::Port { port: asked, .. }) if asked == port));
    let guard = Guard::new(port, Box::new(|| Ok([7; 32])));
    assert!(
        guard
            .link()
            .unwrap()
            .starts_with(&format!("http://127.0.0.1:{port}/open/07"))
    );
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(web::serve(
        listening,
        web::app(guard, Router::new()),
        async {
            let _ = stopped.await;
        },
    ));
    let mut asking = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request =
        format!("GET /marks HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\r\n");
    asking.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    asking.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(!answer.to_lowercase().contains("\r\nserver:"), "{answer}");
    // A connection on which nothing is asked, as browsers open them ahead.
    let lingering = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let began = Instant::now();
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
    assert!(
        began.elapsed() < Duration::from_secs(8),
        "{:?}",
        began.elapsed()
    );
    drop(lingering);
}
