// A stand-in for the program: it keeps the same promise (see lib/desk.mjs) and serves one good
// page and several bad ones, so that the harness can be seen to tell them apart.

import { createServer } from 'node:http';

const TOKEN = 'token';
const GUARD = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

const html = (body, lang = 'en', dir = 'ltr') =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><head><title>Desk</title>` +
  `<meta name="viewport" content="width=device-width"></head>` +
  `<body><main>${body}</main></body></html>`;

const PAGES = {
  '/desk': '<h1>The desk</h1>',
  '/wide': '<h1>Wide</h1><table><tr><td>' + 'x'.repeat(400) + '</td></tr></table>',
  '/unlabelled': '<h1>Unlabelled</h1><form><input type="text"></form>',
  '/two-headings': '<h1>One</h1><h1>Two</h1>',
  '/script': '<h1>Script</h1><script>document.title = "ran"</script>',
  '/foreign': '<h1>Foreign</h1><img alt="" src="http://127.0.0.2:9/pixel">',
};

function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  const cookies = request.headers.cookie ?? '';
  if (pathname === `/open/${TOKEN}`) return open(request, response);
  // The browser asks for it unbidden, once in a while.
  if (pathname === '/favicon.ico') return response.writeHead(204).end();
  if (!cookies.includes('goodoffices=yes')) return response.writeHead(401, GUARD).end(html('no'));
  if (pathname === '/bare') {
    return response.writeHead(200, { 'content-type': 'text/html' }).end(html('<h1>Bare</h1>'));
  }
  const body = PAGES[pathname] ?? '<h1>Not there</h1>';
  const page = cookies.includes('lang=ar') ? html('<h1>المكتب</h1>', 'ar', 'rtl') : html(body);
  response.writeHead(PAGES[pathname] ? 200 : 404, GUARD).end(page);
}

function open(request, response) {
  if (request.method === 'POST') {
    const headers = { 'set-cookie': 'goodoffices=yes; HttpOnly; Path=/', location: '/desk' };
    return response.writeHead(303, headers).end();
  }
  response.writeHead(200, GUARD).end(html('<form method="post"><button>Open</button></form>'));
}

if (process.argv.includes('--fail')) {
  console.error('the store is damaged');
  process.exit(3);
}
const server = createServer(answer);
server.listen(0, '127.0.0.1', () => {
  console.error('playing the example');
  console.log(`Open http://127.0.0.1:${server.address().port}/open/${TOKEN}`);
});
