// What an attacker may write into Markdown, beside what is hostile anywhere: each text is the body of a page.

import { hostile, hostileAddresses } from './hostile.mjs';

const code = 'ran(1)';

const rawHtml = [
  `<div onclick=${code}>a</div>`, `a <img src=x onerror=${code}> b`, `<!-- a --><script>${code}</script>`,
  `<script\n>${code}</script>`, `- <svg onload=${code}>`, `> <svg onload=${code}>`, `| a |\n|---|\n| <svg onload=${code}> |`,
  `[^1]\n\n[^1]: <svg onload=${code}>`, `# <svg onload=${code}>`, `**<svg onload=${code}>**`, `[<svg onload=${code}>](/)`,
  `<?php ${code} ?>`, `<!ELEMENT a ${code}>`, `<![CDATA[><svg onload=${code}>]]>`, `</p><svg onload=${code}>`,
];

const addresses = [...hostileAddresses, `JAVASCRIPT&colon;${code}`, `java&#9;script:${code}`, `&#x1;javascript:${code}`,
  `javascript&#0058;${code}`, `\\javascript:${code}`, `javascript\\:${code}`, `data:text/html;base64,PHNjcmlwdD5yYW4oMSk8L3NjcmlwdD4=`,
  `https://a.nl/"onmouseover="${code}`, `https://a.nl/'onmouseover='${code}`, `https://a.nl/&quot;onfocus=&quot;${code}`];

const links = addresses.flatMap((to) => [
  `[a](${to})`, `[a](<${to}>)`, `[a][b]\n\n[b]: <${to}>`, `<${to}>`, `![a](<${to}>)`, `![a](${to} "b")`, `zie ${to} hier`,
]);

const titles = hostile.flatMap((text) => {
  const quoted = text.replace(/["\\]/g, '\\$&');
  return [`[a](/ "${quoted}")`, `[${text}](/)`, `# ${text}`];
});

const blocks = [
  ...hostile.flatMap((text) => [`\`\`\`${text}\na\n\`\`\``, `\`\`\`\`\`\n${text}\n\`\`\`\`\``, `\`\`${text}\`\``]),
  ...hostile.map((text) => `| a | b |\n|---|---|\n| ${text.replace(/\|/g, '\\|')} | b |`),
  ...hostile.map((text) => `a[^${text.replace(/[\s\]]/g, '')}]\n\n[^${text.replace(/[\s\]]/g, '')}]: ${text}`),
];

const field = (text) => JSON.stringify(text);
const components = hostile.flatMap((text) => [
  `\`\`\`quote\ntekst: ${field(text)}\nspreker: ${field(text)}\nfunctie: ${field(text)}\nbron: ${field(text)}\n\`\`\``,
  `\`\`\`oproep\ntitel: ${field(text)}\ntekst: ${field(text)}\nknop: {tekst: ${field(text)}, link: /contact/}\n\`\`\``,
  `\`\`\`stappen\ntitel: ${field(text)}\nstappen: [{titel: ${field(text)}, tekst: ${field(text)}}]\n\`\`\``,
]);
const buttons = addresses.map((to) => `\`\`\`oproep\ntitel: a\ntekst: b\nknop: {tekst: c, link: ${field(to)}}\n\`\`\``);

export const hostileMarkdown = [...hostile, ...rawHtml, ...links, ...titles, ...blocks, ...components, ...buttons];

// All that Markdown makes: what hostile texts make has to be among it.
export const harmlessMarkdown = `
# een

## twee *drie* **vier** ~~vijf~~ \`zes\` [a](/ "b") <https://katern.test/a> a@katern.test https://a.nl[^1]

- [ ] a
- [x] b

3. a
4. b

> a\\
> b

***

| a | b | c | |
|:--|:-:|--:|---|
| a | b | c | d |

\`\`\`js
a
\`\`\`

    a

[^1]: a

a[^1] ![a](proef.svg) b

![a](proef.svg "b")

\`\`\`quote
tekst: "a\\n\\nb *c* [d](https://a.nl)"
spreker: a
functie: b
bron: c
\`\`\`

\`\`\`oproep
titel: a
tekst: b
knop: {tekst: c, link: https://a.nl/}
\`\`\`

\`\`\`stappen
titel: a
stappen: [{titel: a, tekst: b}]
\`\`\`

\`\`\`figuur
bestand: proef.svg
alt: a
bijschrift: b
\`\`\`
`;
