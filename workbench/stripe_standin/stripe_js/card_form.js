// The card form: three labelled fields, their errors beside them, and buttons that fill in a test card.
// Its inputs live in a shadow root and have no name, so a form around them can never send a card number.

const FIELDS = [
  { key: "number", check: checkNumber, tidy: spacedNumber, autocomplete: "cc-number", wide: true },
  { key: "expiry", check: checkExpiry, tidy: spacedExpiry, autocomplete: "cc-exp" },
  { key: "cvc", check: checkCvc, tidy: plainCvc, autocomplete: "cc-csc" },
];

function made(tag, properties, ...children) {
  const { aria, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(aria ?? {})) element.setAttribute(`aria-${name}`, value);
  element.append(...children);
  return element;
}

class CardForm {
  constructor(host, { words, appearance, onChange }) {
    this.words = words;
    this.onChange = onChange;
    this.host = host;
    this.inputs = {};
    this.errors = {};
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    dress(root, appearance);
    const form = made("div", { className: "form", role: "group", aria: { label: words.title } });
    form.append(...FIELDS.map((field) => this.field(field)), this.examples());
    root.replaceChildren(form);
  }

  field({ key, tidy, autocomplete, wide }) {
    const hint = this.words[`${key}Hint`];
    const error = made("p", { id: `${key}-error`, className: "error", role: "alert" });
    const input = made("input", {
      id: key,
      type: "text",
      inputMode: "numeric",
      autocomplete,
      required: true,
      aria: { describedby: hint ? `${key}-hint ${key}-error` : `${key}-error`, invalid: "false" },
    });
    input.addEventListener("input", () => this.typed(input, tidy));
    input.addEventListener("blur", () => input.value && this.show(key));
    input.addEventListener("keydown", (event) => event.key === "Enter" && this.sendPage(event));
    this.inputs[key] = input;
    this.errors[key] = error;
    const parts = [made("label", { htmlFor: key }, this.words[key])];
    if (hint) parts.push(made("span", { id: `${key}-hint`, className: "hint" }, hint));
    return made("div", { className: wide ? "field wide" : "field" }, ...parts, input, error);
  }

  examples() {
    const buttons = this.words.examples.map((label, place) => {
      const button = made("button", { type: "button" }, label);
      button.addEventListener("click", () => this.fill(EXAMPLE_NUMBERS[place]));
      return button;
    });
    return made("div", { className: "demo" }, made("p", {}, this.words.demo), ...buttons);
  }

  fill(number) {
    this.inputs.number.value = spacedNumber(number);
    this.inputs.expiry.value = spacedExpiry(`12${(new Date().getFullYear() + 2) % 100}`);
    this.inputs.cvc.value = "123";
    for (const { key } of FIELDS) this.show(key);
    this.onChange(this.state());
  }

  typed(input, tidy) {
    // Spaces are set while typing at the end only: in the middle they would move the caret.
    if (input.selectionStart === input.value.length) input.value = tidy(input.value);
    if (input.getAttribute("aria-invalid") === "true") this.show(input.id);
    this.onChange(this.state());
  }

  // Enter sends the form of the page, as it would from a field of its own.
  sendPage(event) {
    event.preventDefault();
    this.host.closest("form")?.requestSubmit();
  }

  show(key) {
    const { check } = FIELDS.find((field) => field.key === key);
    const code = check(this.inputs[key].value);
    this.errors[key].textContent = code ? this.words[code] : "";
    this.inputs[key].setAttribute("aria-invalid", String(Boolean(code)));
    return code;
  }

  // Shows every error and focuses the first; returns it, or nothing when the bank may be asked.
  validate() {
    const faults = FIELDS.map(({ key }) => ({ key, code: this.show(key) })).filter(({ code }) => code);
    if (!faults.length) return;
    const [{ key, code }] = faults;
    this.inputs[key].focus();
    return { type: "validation_error", code, message: this.words[code] };
  }

  state() {
    return {
      elementType: "payment",
      collapsed: false,
      complete: FIELDS.every(({ key, check }) => !check(this.inputs[key].value)),
      empty: FIELDS.every(({ key }) => !this.inputs[key].value),
      value: { type: "card" },
    };
  }

  card() {
    const { month, year } = expiryOf(this.inputs.expiry.value);
    return {
      number: digitsOf(this.inputs.number.value),
      exp_month: month,
      exp_year: year,
      cvc: digitsOf(this.inputs.cvc.value),
    };
  }

  disable(disabled) {
    for (const input of Object.values(this.inputs)) input.disabled = disabled;
  }
}
