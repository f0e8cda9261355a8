// Places of HTML in which a careless author may put `x`. `refused`: compiling says that nothing is safe there.

const text = [
  '<p>{{ x }}</p>',
  '<p>{{ x | upper }}{{ x | replace("a", "b") }}{{ x ~ "<" }}</p>',
  '<title>{{ x }}</title>',
  '<textarea>{{ x }}</textarea>',
  '<noscript>{{ x }}</noscript>',
  '<noscript><p title="{{ x }}"></noscript>',
  '<template>{{ x }}</template>',
  '<template shadowrootmode="open"><p>{{ x }}</p></template>',
  '<select><option>{{ x }}</select><table>{{ x }}<tr>{{ x }}<td>{{ x }}</table>',
  '<svg><text>{{ x }}</text><title>{{ x }}</title><desc>{{ x }}</desc></svg>',
  '<svg><foreignObject>{{ x }}</foreignObject></svg>',
  '<math><mtext>{{ x }}</mtext><annotation-xml encoding="text/html">{{ x }}</annotation-xml></math>',
  '<svg><![CDATA[ > {{ x }} ]]></svg>',
  '<pre>{{ x }}</pre><xmp></xmp>{{ x }}<button>{{ x }}</button>',
];

const attributes = [
  '<p title="{{ x }}" data-x=\'{{ x }}\'>a</p>',
  '<p class="a {{ x }}" id="{{ x }}" lang="{{ x }}">a</p>',
  '<input value="{{ x }}" placeholder="{{ x }}" name="{{ x }}"><img alt="{{ x }}" src="/a.png">',
  '<a href="/a" target="{{ x }}" rel="{{ x }}" download="{{ x }}">a</a>',
  '<p{{ {"title": x, "href": x, "data-a": x} | xmlattr }}>a</p>',
  '<a{{ {"href": x, "title": x} | xmlattr }}>a</a>',
  '<p {% if x %}title="{{ x }}"{% endif %} lang="nl">a</p>',
  '<meta name="description" content="{{ x }}"><meta property="og:title" content="{{ x }}">',
  '<svg><circle fill="{{ x }}" r="{{ x }}"/><path d="{{ x }}"/></svg>',
  '<p {{ {"title": x, "data-a": x} | xmlattr(false) }}>a</p><p hidden{{ {"title": x} | xmlattr }}>a</p>',
  '<p title="{% set y %}<b title=\'{{ x }}\'>{{ x }}</b>{% endset %}{{ y }}">a</p>',
];

const addresses = [
  '<a href="{{ x }}">a</a><area href="{{ x }}">',
  '<a href="{{ x }}{{ x }}">a</a>',
  '<a href="{{ x }}{{ y }}">a</a>',
  '<a href="java{{ x }}">a</a><a href="javas{{ x }}">a</a>',
  '<a href="/zoek?q={{ x }}&amp;r={{ x | urlencode }}">a</a>',
  '<a href="#{{ x }}">a</a><a href="mailto:{{ x }}">a</a><a href="https://evil.test/{{ x }}">a</a>',
  '<a href="{% if x %}{{ x }}{% else %}/{% endif %}">a</a>',
  '<a href="{% for c in x %}{{ c }}{% endfor %}">a</a>',
  '<a href="{% set u %}{{ x }}{% endset %}{{ u }}">a</a>',
  '<a href=" \n{{ x }}">a</a><a href="&#32;{{ x }}">a</a>',
  '<form action="{{ x }}"><button>a</button><button formaction="{{ x }}">b</button></form>',
  '<svg><a xlink:href="{{ x }}"><text y="20">a</text></a><a href="{{ x }}"><text y="40">a</text></a></svg>',
  '<math><mi href="{{ x }}" xlink:href="{{ x }}">a</mi></math>',
  '<a ping="{{ x }}" href="/a">a</a>',
  '<iframe src="{{ x }}"></iframe>',
  '<object data="{{ x }}"></object><embed src="{{ x }}">',
  '<img src="{{ x }}" srcset="{{ x }}" sizes="{{ x }}"><video poster="{{ x }}" src="{{ x }}"></video>',
  '<img srcset="/a.png 1x, {{ x }} 2x"><link rel="preload" as="image" imagesrcset="{{ x }}">',
  '<img srcset="/a{{ x }}"><img srcset="/a{{ x }}{{ x }}"><a ping="/a {{ x }}{{ x }}" href="/a">a</a>',
  '<a href="{% block u %}{% endblock %}{{ x }}">a</a><a href="{% if y %}/a{% endif %}{{ x }}">a</a>',
  '<blockquote cite="{{ x }}">a</blockquote><table background="{{ x }}"></table>',
  '<svg><use href="{{ x }}"/><image href="{{ x }}"/></svg>',
  '<p data-src="{{ x }}" data-url="{{ x }}">a</p>',
  '<video><source src="{{ x }}" srcset="{{ x }}"><track src="{{ x }}"></video><audio src="{{ x }}"></audio>',
  '<form action="/a"><input type="image" src="{{ x }}" formaction="{{ x }}" alt="a"></form>',
  '<object codebase="{{ x }}" archive="{{ x }}" classid="{{ x }}"></object>',
  '<img longdesc="{{ x }}" usemap="{{ x }}" lowsrc="{{ x }}" dynsrc="{{ x }}" alt="a">',
  '<ins cite="{{ x }}">a</ins><del cite="{{ x }}">a</del><q cite="{{ x }}">a</q>',
  '<p itemscope itemid="{{ x }}" itemtype="{{ x }}">a</p><a attributionsrc="{{ x }}" href="/a">a</a>',
  '<a href=\'{{ x }}\'>a</a><A HREF="{{ x }}">a</A>',
];

const code = [
  '<script src="{{ x }}"></script>',
  '<script src="/js/{{ x }}"></script>',
  '<script src="/js/{% if x %}a{% endif %}/{{ x }}"></script><script src="/js/{% block u %}{% endblock %}{{ x }}"></script>',
  '<script type="module" src="{{ x }}"></script>',
  '<svg><script href="{{ x }}"></script></svg>',
  '<link rel="stylesheet" href="{{ x }}">',
  '<link rel="{% if x %}stylesheet{% else %}icon{% endif %}" href="{{ x }}">',
  '<link href="{{ x }}" rel="canonical"><link rel="me" href="{{ x }}"><link rel="icon" href="{{ x }}">',
  '<link rel="manifest" href="{{ x }}"><link rel="modulepreload" href="{{ x }}">',
  '<meta http-equiv="refresh" content="600; url={{ x }}">',
  '<script type="application/json">{{ x | json }}</script>',
  '<script type="application/ld+json">{"name": {{ x | json }}, "of": {{ [x, {"a": x}] | tojson }}}</script>',
  '<script type="application/json">"<!--" {{ x | json }}</script>{{ x }}',
  '<p data-x="{{ x | json }}" data-y=\'{{ [x] | json }}\'>{{ x | json }}</p>',
  '<pre>{{ x | json | urlize }}{{ {"a": "http://a.nl/" ~ x} | tojson(2) | urlize(target=x) }}</pre>',
  '<!-- a -->{{ x }}<!-->{{ x }}<!--->{{ x }}<!-- --!>{{ x }}<!doctype html>{{ x }}',
  '<script>/* <!-- <script> --> */</script>{{ x }}',
];

const filters = [
  '{{ x | excerpt(5) }}{{ x | plain_text }}<p title="{{ x | plain_text }}">{{ x | excerpt }}</p>',
  '{{ x | center(200) }}{{ [x, x] | batch(1) | list }}{{ {x: x} | dictsort }}{{ [x] | string }}',
  '{{ x | striptags }}{{ x | wordwrap(3) }}{{ x | capitalize }}{{ x | title }}{{ x | indent(2, true) }}',
  '<a href="{{ x | slug }}" title="{{ x | slug }}">{{ x | slug }}</a>{{ x | sorteernaam }}',
  '{{ "%s" | format(x) }}<p title="{{ "%s" | format(x) }}">{{ [x, x] | join(x) }}</p>',
  '<script type="application/json">{{ {"a": [x], "b": {x: 1}} | json(2) }}</script>',
];

const language = [
  '{% macro m(a) %}<b title="{{ a }}">{{ a }}{{ caller() }}</b>{% endmacro %}{% call m(x) %}{{ x }}{% endcall %}',
  '{% macro m(a) %}<a href="{{ a }}">{{ a }}</a>{% endmacro %}<p title="{{ m(x) }}">{{ m(x) }}</p>',
  '{% filter indent(2) %}<p title="{{ x }}">{{ x }}</p>{% endfilter %}',
  '{% set m %}<b id="a">a</b>{% endset %}{{ m | replace("a", x) }}{{ [m, x] | join(x) }}{{ m ~ x }}{{ m + x }}',
  '{% set m %}<b>%s</b>{% endset %}{{ m | format(x) }}{{ m % x }}',
  '{% set m %}<b title="{{ x }}" lang="nl">{{ x }}</b>{% endset %}{{ m | urlize }}{{ m | wordwrap(5, wrapstring=x) }}' +
    '{{ m | indent(x) }}{{ m[2:] }}{{ m | truncate(9, true, x[:9]) }}{{ m | trim("<") }}{{ m | reverse }}{{ m | title }}',
  '{{ x | urlize(target=x, rel=x) }}{{ x | e | upper }}{{ x | e | lower }}{{ x | forceescape }}{{ x | e | striptags }}',
  '{% include "deel.html" %}',
  '{% from "macros.html" import kaart %}{{ kaart(x) }}<p title="{{ kaart(x) }}">a</p>',
  '{% extends "basis.html" %}{% block titel %}{{ x }}{{ super() }}{% endblock %}' +
    '{% block adres %}{{ x }}{% endblock %}{% block tekst %}{{ x }}{{ self.titel() }}{% endblock %}',
  '{% extends "grond.html" %}{% block klas %}{{ super() }} title="{{ x }}"{% endblock %}' +
    '{% block begin %}{{ x }}{% endblock %}{% block noot %}{{ x }}{% endblock %}',
  '<title>{% block kop %}{{ x }}{% endblock %}</title><p title="{{ self.kop() }}">{{ self.kop() }}</p>' +
    '{% set k = self.kop() %}{{ k }}<b title="{{ k }}">{{ k | urlize }}</b>',
  '<a title="{% block kop %}<b y={% endblock %}">q</a><p>{{ self.kop() }}{{ x }}>',
  '<!-- {% block kop %}<b y={% endblock %} --><p>{% set k = self.kop() %}{{ k }}{{ x }}>',
  '{% set ns = namespace(z="") %}<p title="{% for c in [[x]] recursive %}<b y={% if c is string %}{{ c }}' +
    '{% else %}{% set ns.z = loop(c) %}{% endif %}{% endfor %}">a</p>{{ ns.z }}>',
  '{% for c in [x, x] recursive %}<a href="{{ c }}" title="{{ c }}">{{ c }}</a>{% endfor %}',
  '{% from "tekst.txt" import rauw %}{{ rauw(x) }}<p title="{{ rauw(x) }}">a</p>',
];

const refused = [
  '<p {{ x }}>', '<p {{ x }}="a">', '<{{ x }}>', '<p title={{ x }}>', '<p title=a{{ x }}>', '<p onclick="{{ x }}">',
  '<p style="{{ x }}">', '<style>{{ x }}</style>', '<script>{{ x }}</script>', '<script>"{{ x | json }}"</script>',
  '<script type="application/json">{{ x }}</script>', '<script type="{{ x }}"></script>', '<!-- {{ x }} -->',
  '<iframe srcdoc="{{ x }}"></iframe>', '<base href="{{ x }}">', '<meta http-equiv="{{ x }}" content="a">',
  '<meta content="{{ x }}" http-equiv="refresh">', '<link href="{{ x }}" rel="stylesheet">', '<iframe>{{ x }}</iframe>',
  '<svg><animate attributeName="href" values="{{ x }}"/></svg>', '<svg><set attributeName="href" to="{{ x }}"/></svg>',
  '<a href="javascript:f({{ x }})">', '<a href="{{ x }}:a">', '<a href="javascript&colon;{{ x }}">',
  '<a href="{{ x }}&{{ x }}">', '<script src="//{{ x }}"></script>', '<script src="/{{ x }}"></script>',
  '{% if x %}<a title="{% endif %}{{ x }}">', '{% autoescape false %}{{ x }}{% endautoescape %}',
  '<p title="{{ x | safe }}">', '{% set y = x | safe %}{{ y }}', '<?a {{ x }} ?>',
  '<script>"<!--<script>"</script>{{ x }}', '<svg><title/></svg><a href="{{ x }}">', '{{ x | safe }}',
  '<plaintext>{{ x }}', '<xmp>{{ x }}</xmp>', '<noembed>{{ x }}</noembed>', '<A Title={{ x }}>', '<link rel="{{ x }}" href="/a">',
  '<script type="text/template">{{ x | json }}</script>', '<iframe src="/a" sandbox="{{ x }}"></iframe>',
  '<meta charset="{{ x }}">', '<p onmouseover="f(\'{{ x | json }}\')">', '<a href="{{ x | safe }}">',
  '<p{{ {"title": x} | xmlattr(false) }}>', '<p on{{ {"focus": x} | xmlattr(autospace=false) }}>',
  '<svg><title><{{ x }}></title></svg>', '<svg><title></{{ x }}></title></svg>', '<svg><title><!--{{ x }}--></title></svg>',
  '<script type="importmap">{"imports": {"a": {{ x | json }}}}</script>',
  '<script type="speculationrules">{{ x | json }}</script>',
  '<script src="/{% if y %}js{% endif %}/{{ x }}"></script>', '<script src="/{% block u %}js{% endblock %}/{{ x }}"></script>',
  '<title>{% block t %}{{ x }}{% endblock %}</title><script type="application/json">"{{ self.t() }}"</script>',
  '{% extends "grond.html" %}{% block begin %}javascript:{% endblock %}',
  '{% extends "grond.html" %}{% block vorm %}href="{{ x }}"{% endblock %}',
  '{% extends "grond.html" %}{% block noot %}{% block begin %}{{ x }}{% endblock %}{% endblock %}',
  '{% set g = "grond.html" %}{% extends g %}{% block begin %}{{ x }}{% endblock %}',
  '<script{{ {"src": x} | xmlattr }}></script>', '{% set m %}<a href="%s">{% endset %}{{ m | format(x) }}',
];

export const others = {
  'deel.html': '<p title="{{ x }}">{{ x }}</p>',
  'macros.html': '{% macro kaart(a) %}<a href="{{ a }}" title="{{ a }}">{{ a }}</a>{% endmacro %}',
  'basis.html':
    '<title>{% block titel %}{{ x }}{% endblock %}</title><a href="{% block adres %}{% endblock %}">a</a>' +
    '{% block tekst %}{% endblock %}',
  'grond.html':
    '<p{% block klas %} class="a"{% endblock %}>a</p><a href="{% block begin %}{% endblock %}a">a</a>' +
    '<link {% block vorm %}href="/a.css"{% endblock %} rel="stylesheet">{% block noot %}{% endblock %}',
  'tekst.txt': '{% macro rauw(a) %}<b>{{ a }}</b>{% endmacro %}',
};

const xml = [
  '<title>{{ x }}</title><description title="{{ x }}" lang=\'{{ x }}\'>{{ x | upper }}</description>',
  '<a href="{{ x }}">a</a><link href="{{ x }}" rel="self"/><guid>{{ x }}</guid>',
  '<content>{% set m %}<p title="{{ x }}">{{ x }}</p>{% endset %}{{ m }}</content>',
  '{% for c in [x, x] %}<item name="{{ c }}">{{ c | truncate(20) }}</item>{% endfor %}',
];

// In a document that is shown as text, and no more than that.
export const textPlaces = [
  { ending: 'txt', contentType: 'text/plain', template: '<p title="{{ x }}">{{ x }}</p>' },
  { ending: 'json', contentType: 'application/json', template: '{"a": {{ x | json }}, "b": {{ [x, {"c": x}] | tojson }}}' },
];
export const xmlPlaces = xml;
export const refusedXmlPlaces = ['<a><![CDATA[ {{ x }} ]]></a>', '<!-- {{ x }} -->', '<a {{ x }}/>', '<{{ x }}/>', '<?a {{ x }}?>'];
export const htmlPlaces = [...text, ...attributes, ...addresses, ...code, ...filters, ...language];
export const refusedPlaces = refused;
