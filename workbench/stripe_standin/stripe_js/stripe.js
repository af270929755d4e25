// `Stripe(publishableKey, options)`: the part of the real script that a payment page uses.

const API = new URL(document.currentScript.src).origin;
const KINDS = {
  payment_intent: { path: "payment_intents", result: "paymentIntent" },
  setup_intent: { path: "setup_intents", result: "setupIntent" },
};

// {a: {b: 1}} → a[b]=1, as the API reads it.
function encoded(value, name = "", into = new URLSearchParams()) {
  for (const [key, inner] of Object.entries(value)) {
    const path = name ? `${name}[${key}]` : key;
    if (inner === undefined || inner === null) continue;
    if (typeof inner === "object") encoded(inner, path, into);
    else into.append(path, inner);
  }
  return into;
}

function withResult(address, kind, intent) {
  const url = new URL(address, location.href);
  const passed = ["succeeded", "requires_capture", "processing"].includes(intent.status);
  url.searchParams.set(kind, intent.id);
  url.searchParams.set(`${kind}_client_secret`, intent.client_secret);
  url.searchParams.set("redirect_status", passed ? "succeeded" : "failed");
  return url.href;
}

// Leaves the page; what comes after must not run, hence a promise that never ends.
function leaveFor(address) {
  location.assign(address);
  return new Promise(() => {});
}

function actionAddress({ next_action: action }) {
  return action.redirect_to_url?.url ?? action.use_stripe_sdk.stripe_js;
}

class StandIn {
  constructor(key, { locale } = {}) {
    if (!key?.startsWith("pk_")) throw new Error("Stripe() wants a publishable key, which begins with pk_.");
    this.key = key;
    this.words = wordsFor(locale);
  }

  elements(options = {}) {
    return new Elements({ ...options }, options.locale ? wordsFor(options.locale) : this.words);
  }

  confirmPayment(options) {
    return this.confirm("payment_intent", options);
  }

  confirmSetup(options) {
    return this.confirm("setup_intent", options);
  }

  retrievePaymentIntent(clientSecret) {
    return this.retrieve("payment_intent", clientSecret);
  }

  retrieveSetupIntent(clientSecret) {
    return this.retrieve("setup_intent", clientSecret);
  }

  async handleNextAction({ clientSecret }) {
    const answer = await this.retrievePaymentIntent(clientSecret);
    if (answer.paymentIntent?.status !== "requires_action") return answer;
    return leaveFor(actionAddress(answer.paymentIntent));
  }

  async confirm(kind, { elements, clientSecret, confirmParams = {}, redirect = "always" }) {
    const back = confirmParams.return_url;
    if (redirect === "always" && !back) throw new Error("confirmParams.return_url is required.");
    const { error } = await elements.submit();
    if (error) return { error };
    const secret = clientSecret ?? elements.options.clientSecret;
    const { payment_method_data: data, ...params } = confirmParams;
    const answer = await this.ask("POST", kind, secret, "/confirm", {
      ...params,
      return_url: back ?? location.href,
      payment_method_data: { ...data, type: "card", card: elements.element.form.card() },
    });
    if (answer.error) return { error: translated(answer.error, elements.words) };
    if (answer.status === "requires_action") return leaveFor(actionAddress(answer));
    if (redirect === "always") return leaveFor(withResult(back, kind, answer));
    return { [KINDS[kind].result]: answer };
  }

  async retrieve(kind, clientSecret) {
    const answer = await this.ask("GET", kind, clientSecret, "", {});
    return answer.error ? { error: answer.error } : { [KINDS[kind].result]: answer };
  }

  async ask(method, kind, clientSecret, verb, params) {
    const [id] = clientSecret.split("_secret_");
    const fields = encoded({ ...params, client_secret: clientSecret });
    const url = `${API}/v1/${KINDS[kind].path}/${id}${verb}`;
    const headers = { Authorization: `Bearer ${this.key}` };
    try {
      const answer = await (method === "GET"
        ? fetch(`${url}?${fields}`, { headers })
        : fetch(url, { method, headers, body: fields }));
      return await answer.json();
    } catch {
      return { error: { type: "api_connection_error", message: this.words.network } };
    }
  }
}

window.Stripe = (key, options) => new StandIn(key, options);
window.Stripe.version = "stand-in";
