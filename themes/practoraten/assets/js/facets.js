// Live filters. Without this script every value of a facet is a link to a page of its own. With it, on the listing itself
// values are check boxes: "and" between facets, "or" within one, and the address remembers what is chosen. On the page of
// one value they stay links, which then lead to the listing with that value and the other. Nothing is asked of the server
// before somebody opens a facet or follows a link to a choice.
'use strict';

class Facets {
  constructor(root) {
    this.root = root;
    this.list = document.querySelector('[data-facet-list]');
    this.results = document.querySelector('[data-facet-results]');
    this.more = document.querySelector('[data-facet-more]');
    this.clear = root.querySelector('[data-facet-clear]');
    this.status = root.querySelector('[data-facet-status]');
    this.combines = !root.dataset.facetHere;
    this.chosen = new Map(); // facet → its chosen values
    this.pages = new Map(); // number → the entries of that page
    this.run = 0; // a later choice overtakes an earlier one that is still loading
    this.found = []; // places of the entries that match
    this.shown = 0; // how many of them stand there
  }

  start() {
    for (const facet of this.root.querySelectorAll('[data-facet]')) this.chosen.set(facet.dataset.facet, new Set());
    this.root.addEventListener('toggle', () => this.load(), true);
    this.root.addEventListener('change', (event) => this.choose(event.target));
    if (!this.combines) {
      // The facet of this page stands open, and nobody has opened it.
      this.chosen.get(this.root.dataset.facetHere)?.add(this.root.dataset.valueHere);
      return;
    }
    this.clear.addEventListener('click', () => this.reset());
    this.more.addEventListener('click', () => this.showMore());
    window.addEventListener('popstate', () => this.follow());
    if (this.inAddress().size > 0) this.follow();
  }

  // The values of every entry, once.
  load() {
    this.loading ??= fetch(this.root.dataset.facets)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((data) => {
        this.data = data;
        this.index = data.facets.map((facet) => new Map(facet.values.map((value, at) => [value, at])));
        if (this.combines) this.makeBoxes();
        else this.makeLinks();
      })
      .catch(() => {
        this.loading = undefined; // the links still work
      });
    return this.loading;
  }

  // The choice that the address holds: only facets and values that there are.
  inAddress() {
    const choice = new Map();
    const asked = new URLSearchParams(location.search);
    for (const name of this.chosen.keys()) {
      const values = asked.getAll(name).filter((value) => this.holder(name, value));
      if (values.length > 0) choice.set(name, new Set(values));
    }
    return choice;
  }

  holder(name, value) {
    return this.root.querySelector(`[data-facet="${CSS.escape(name)}"] [data-value="${CSS.escape(value)}"]`);
  }

  async follow() {
    await this.load();
    if (!this.data) return;
    const choice = this.inAddress();
    for (const name of this.chosen.keys()) this.chosen.set(name, choice.get(name) ?? new Set());
    for (const box of this.root.querySelectorAll('input[data-value]')) {
      const facet = box.closest('[data-facet]');
      box.checked = this.chosen.get(facet.dataset.facet).has(box.dataset.value);
      if (box.checked) facet.open = true;
    }
    await this.apply();
  }

  makeBoxes() {
    for (const link of this.root.querySelectorAll('a[data-value]')) {
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.dataset.value = link.dataset.value;
      const label = document.createElement('label');
      label.append(box, ...link.childNodes);
      const focused = document.activeElement === link;
      link.replaceWith(label);
      if (focused) box.focus();
    }
    for (const facet of this.root.querySelectorAll('[data-facet]')) {
      const values = facet.querySelector('ul');
      const group = document.createElement('div');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', facet.querySelector('summary').textContent);
      values.replaceWith(group);
      group.append(values);
    }
  }

  makeLinks() {
    const { counts } = this.count();
    this.showCounts(counts);
    for (const link of this.root.querySelectorAll('a[data-value]')) {
      const choice = new Map([...this.chosen].map(([name, values]) => [name, new Set(values)]));
      const values = choice.get(link.closest('[data-facet]').dataset.facet);
      if (!values.delete(link.dataset.value)) values.add(link.dataset.value);
      link.href = this.data.url + this.query(choice);
    }
  }

  query(choice) {
    const query = new URLSearchParams();
    for (const [name, values] of choice) for (const value of values) query.append(name, value);
    return query.size > 0 ? `?${query}` : '';
  }

  choose(box) {
    if (!box.dataset.value) return;
    const values = this.chosen.get(box.closest('[data-facet]').dataset.facet);
    if (box.checked) values.add(box.dataset.value);
    else values.delete(box.dataset.value);
    this.remember();
    this.apply();
  }

  reset() {
    for (const values of this.chosen.values()) values.clear();
    for (const box of this.root.querySelectorAll('input[data-value]')) box.checked = false;
    this.remember();
    this.root.querySelector('summary').focus(); // the button goes away
    this.apply();
  }

  remember() {
    history.pushState(null, '', location.pathname + this.query(this.chosen));
  }

  // The entries that match, and for each value how many would match with it besides what other facets ask.
  count() {
    const wanted = this.data.facets.map((facet, at) => {
      const values = this.chosen.get(facet.name) ?? new Set();
      return new Set([...values].map((value) => this.index[at].get(value)));
    });
    const counts = this.data.facets.map((facet) => new Array(facet.values.length).fill(0));
    const found = [];
    this.data.entries.forEach((entry, place) => {
      const missed = wanted.flatMap((values, at) =>
        values.size === 0 || entry[at].some((value) => values.has(value)) ? [] : [at],
      );
      if (missed.length === 0) found.push(place);
      entry.forEach((values, at) => {
        if (missed.every((facet) => facet === at)) for (const value of values) counts[at][value] += 1;
      });
    });
    return { found, counts };
  }

  showCounts(counts) {
    this.data.facets.forEach((facet, at) => {
      facet.values.forEach((value, index) => {
        const item = this.holder(facet.name, value)?.closest('li');
        if (!item) return;
        item.querySelector('.facet-count').textContent = `(${counts[at][index]})`;
        item.classList.toggle('facet-empty', counts[at][index] === 0);
      });
      const chosen = this.root.querySelector(`[data-facet="${CSS.escape(facet.name)}"] [data-facet-chosen]`);
      const size = this.chosen.get(facet.name)?.size ?? 0;
      if (chosen) chosen.textContent = size > 0 ? ` (${size})` : '';
    });
  }

  async apply() {
    const run = ++this.run;
    const { found, counts } = this.count();
    const active = [...this.chosen.values()].some((values) => values.size > 0);
    this.showCounts(counts);
    this.clear.hidden = !active;
    this.found = active ? found : [];
    this.shown = 0;
    if (active) {
      try {
        const items = await this.items();
        if (run !== this.run) return;
        this.results.replaceChildren();
        this.append(items);
      } catch {
        if (run === this.run) this.status.textContent = this.root.dataset.textFailed;
        return;
      }
    }
    this.list.hidden = active;
    this.results.hidden = !active;
    this.more.hidden = this.shown >= this.found.length;
    this.status.textContent = this.inWords(found.length);
  }

  inWords(count) {
    const text = this.root.dataset;
    if (count === 0) return text.textNone;
    return count === 1 ? text.textOne : text.textMany.replace('{count}', count);
  }

  // Entries go into lists that look like those of the page, under the headings of their groups.
  append(items) {
    for (const item of items) {
      const list = item.closest('[data-items]');
      const group = item.closest('[data-group]');
      const last = this.results.lastElementChild;
      let place = last && (!group || last.dataset.group === group.dataset.group) ? last : null;
      if (!place) {
        place = document.importNode(group ?? list, false);
        if (group) place.append(...Facets.headingOf(group), document.importNode(list, false));
        this.results.append(place);
      }
      (group ? place.lastElementChild : place).append(document.importNode(item, true));
      this.shown += 1;
    }
  }

  static headingOf(group) {
    const heading = group.querySelector('h2, h3');
    if (!heading || !group.dataset.group) return [];
    const made = document.importNode(heading, false);
    made.removeAttribute('id'); // the hidden list has it
    made.textContent = group.dataset.group;
    return [made];
  }

  async showMore() {
    const run = this.run;
    try {
      const items = await this.items();
      if (run !== this.run) return;
      const from = this.shown;
      this.append(items);
      this.results.querySelectorAll('[data-items] > *')[from]?.querySelector('a')?.focus();
      this.more.hidden = this.shown >= this.found.length;
    } catch {
      this.status.textContent = this.root.dataset.textFailed;
    }
  }

  // The next entries that were found, from the pages of the listing that they stand on.
  async items() {
    const size = this.data.perPage;
    const places = this.found.slice(this.shown, this.shown + size);
    const numbers = [...new Set(places.map((place) => Math.floor(place / size) + 1))];
    const pages = new Map(await Promise.all(numbers.map(async (number) => [number, await this.page(number)])));
    return places.map((place) => pages.get(Math.floor(place / size) + 1)[place % size]);
  }

  page(number) {
    if (!this.pages.has(number)) this.pages.set(number, this.fetchPage(number));
    return this.pages.get(number);
  }

  async fetchPage(number) {
    if (number === Number(this.root.dataset.page)) return Facets.entriesOf(this.list);
    try {
      const answer = await fetch(this.data.url + (number > 1 ? `pagina/${number}/` : ''));
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return Facets.entriesOf(page.querySelector('[data-facet-list]'));
    } catch (error) {
      this.pages.delete(number); // so that it is tried again
      throw error;
    }
  }

  static entriesOf(list) {
    return [...list.querySelectorAll('[data-items] > *')];
  }
}

const root = document.querySelector('[data-facets]');
if (root) new Facets(root).start();
