/* The card form of the payment provider. The page's return shows nothing of its own: the order is completed by
   the provider's signed event, and the page we come back to waits for it. */

const form = document.getElementById("paiement");
const trouble = document.getElementById("paiement-erreur");
const button = form.querySelector("button[type=submit]");

function say(words) {
  trouble.textContent = words;
  trouble.hidden = !words;
}

function paints() {
  const style = getComputedStyle(document.body);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    variables: {
      colorPrimary: read("--accent"),
      colorBackground: read("--card"),
      colorText: read("--ink"),
      colorDanger: read("--tomato-deep"),
      fontFamily: style.fontFamily,
      borderRadius: read("--radius-s"),
    },
  };
}

function start() {
  const { key, secret, back, locale } = form.dataset;
  const provider = window.Stripe(key, { locale });
  const elements = provider.elements({ clientSecret: secret, locale, appearance: paints() });
  elements.create("payment").mount("#carte");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pay(provider, elements, back);
  });
}

async function pay(provider, elements, back) {
  button.disabled = true;
  say("");
  const { error } = await provider.confirmPayment({ elements, confirmParams: { return_url: back } });
  // Reached only when the payment did not go through: a success leaves for the return address.
  say(error.message);
  button.disabled = false;
}

document.getElementById("sans-javascript").hidden = true;
form.hidden = false;
if (window.Stripe) start();
else {
  button.hidden = true;
  say(form.dataset.away);
}
