// `stripe.elements()` and the one element served here, the Payment Element.

class PaymentElement {
  constructor(elements) {
    this.elements = elements;
    this.listeners = {};
  }

  mount(target) {
    const place = typeof target === "string" ? document.querySelector(target) : target;
    if (!place) throw new Error(`The selector you specified (${target}) applies to no DOM elements on the page.`);
    this.host = document.createElement("div");
    place.replaceChildren(this.host);
    const { words, options } = this.elements;
    this.form = new CardForm(this.host, {
      words,
      appearance: options.appearance,
      onChange: (state) => this.tell("change", state),
    });
    queueMicrotask(() => this.tell("ready", { elementType: "payment" }));
  }

  on(event, listener) {
    (this.listeners[event] ??= []).push(listener);
    return this;
  }

  off(event, listener) {
    this.listeners[event] = (this.listeners[event] ?? []).filter((known) => known !== listener);
    return this;
  }

  tell(event, detail) {
    for (const listener of this.listeners[event] ?? []) listener(detail);
  }

  focus() {
    this.form.inputs.number.focus();
  }

  update({ readOnly = false } = {}) {
    this.form.disable(readOnly);
  }

  unmount() {
    this.host?.remove();
    this.form = undefined;
  }

  destroy() {
    this.unmount();
    this.elements.element = undefined;
  }
}

class Elements {
  constructor(options, words) {
    this.options = options;
    this.words = words;
  }

  create(type) {
    if (type !== "payment") throw new Error(`This stand-in serves the "payment" element only, not "${type}".`);
    if (this.element) throw new Error("Can only create one Element of type payment.");
    this.element = new PaymentElement(this);
    return this.element;
  }

  getElement(type) {
    return type === "payment" ? this.element ?? null : null;
  }

  update(options) {
    Object.assign(this.options, options);
  }

  async submit() {
    if (!this.element?.form) throw new Error("elements should have a mounted Payment Element.");
    const error = this.element.form.validate();
    return error ? { error } : { selectedPaymentMethod: "card" };
  }

  async fetchUpdates() {
    return {};
  }
}
