"""The data of a page of a blog with a listing of twenty, as make_data.data()."""

WORDS = "De les begint met een vraag die niemand “zomaar” beantwoordt & dat is precies de bedoeling van het onderzoek".split()


def text(start, length):
    return " ".join(WORDS[(start + i * 7) % len(WORDS)] for i in range(length))


def post(i):
    return {
        "title": text(i, 7),
        "url": f"/berichten/bericht-{i}/",
        "date": f"2026-{i % 12 + 1:02}-{i % 28 + 1:02}",
        "author": None if i % 4 == 0 else {"name": f"Ellen van den Berg-{i}"},
        "summary": text(i * 3, 40),
        "tags": [{"slug": f"thema-{k}", "label": f"thema {k}"} for k in range(i % 4)],
    }


def data():
    menu = [{"url": f"/{label.lower()}/", "label": label} for label in ("Berichten", "Practoraten", "Reviews", "Over")]
    return {
        "site": {"language": "nl", "title": "Practoraat & Co", "mail": "info@voorbeeld.nl", "menu": menu},
        "title": "Berichten", "description": text(0, 20), "url": "/berichten/", "page": 1, "pages": 7,
        "posts": [post(i) for i in range(20)],
    }
