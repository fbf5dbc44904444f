//! `goodoffices serve`: the desk's pages on this machine, behind a link that opens them once.

use std::sync::Arc;

use anyhow::Context as _;
use service::{Chance as _, OsChance};
use web::{
    Listening,
    guard::{Guard, NoRandomness},
    site::{Site, pages},
};

use crate::{
    outcome::{Outcome, say, tell},
    store_args::StoreArgs,
};

/// The port that is tried where none is named.
pub const PORT: u16 = 7011;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// The port on 127.0.0.1; 0 takes any that is free.
    #[arg(long, default_value_t = PORT)]
    port: u16,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    desk(Site::new(Arc::new(args.store.open()?)), args.port)
}

/// Serves a desk until the program is told to stop.
///
/// # Errors
/// When the port cannot be had, or serving fails.
pub fn desk(site: Site, port: u16) -> anyhow::Result<Outcome> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("starting the service")?;
    runtime.block_on(async {
        let listening = Listening::on(port).await?;
        let guard = Guard::new(listening.port(), Box::new(fresh));
        say(format_args!("Open {}", guard.link()?))?;
        tell("The link opens the desk once, in a browser on this machine. Stop with Ctrl-C.");
        let app = web::app(guard, pages(site));
        web::serve(listening, app, stopped()).await?;
        Ok(Outcome::Done)
    })
}

fn fresh() -> Result<[u8; 32], NoRandomness> {
    let mut bytes = [0; 32];
    OsChance
        .fill(&mut bytes)
        .map_err(|e| NoRandomness(e.to_string()))?;
    Ok(bytes)
}

async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        if let Ok(mut terminate) = terminate {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    let _ = interrupt.await;
}
