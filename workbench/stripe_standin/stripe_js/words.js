// What the form and its errors say, in French or in English.

const WORDS = {
  fr: {
    title: "Carte bancaire",
    number: "Numéro de carte",
    expiry: "Date d’expiration",
    expiryHint: "MM / AA",
    cvc: "Code de sécurité (CVC)",
    cvcHint: "3 chiffres au dos",
    demo: "Paiement de démonstration : aucune somme n’est prélevée. Remplir avec une carte d’essai :",
    examples: ["Acceptée", "Refusée", "Solde insuffisant", "3-D Secure"],
    incomplete_number: "Le numéro de carte est incomplet.",
    invalid_number: "Ce numéro de carte n’existe pas. Vérifiez-le chiffre par chiffre.",
    incomplete_expiry: "La date d’expiration est incomplète : écrivez par exemple 04 / 30.",
    invalid_expiry: "Cette carte a expiré, ou la date est inexacte.",
    incomplete_cvc: "Le code de sécurité est incomplet.",
    network: "La banque ne répond pas. Vérifiez la connexion et réessayez : vous ne paierez pas deux fois.",
    errors: {
      authentication_required: "La banque demande une authentification pour ce paiement.",
      card_declined: "La carte a été refusée.",
      expired_card: "La carte a expiré.",
      incorrect_cvc: "Le code de sécurité de la carte est inexact.",
      incorrect_number: "Le numéro de carte est inexact.",
      insufficient_funds: "Le solde de la carte est insuffisant.",
      payment_intent_authentication_failure:
        "Nous n’avons pas pu authentifier la carte. Choisissez un autre moyen de paiement et réessayez.",
      processing_error: "Une erreur est survenue pendant le traitement de la carte. Réessayez dans un instant.",
      test_mode_live_card: "La carte a été refusée : seules les cartes d’essai sont acceptées ici.",
    },
  },
  en: {
    title: "Bank card",
    number: "Card number",
    expiry: "Expiry date",
    expiryHint: "MM / YY",
    cvc: "Security code (CVC)",
    cvcHint: "3 digits on the back",
    demo: "Demonstration payment: no money is taken. Fill in with a test card:",
    examples: ["Accepted", "Declined", "Insufficient funds", "3-D Secure"],
    incomplete_number: "Your card number is incomplete.",
    invalid_number: "Your card number is invalid.",
    incomplete_expiry: "Your card’s expiration date is incomplete.",
    invalid_expiry: "Your card’s expiration date is in the past.",
    incomplete_cvc: "Your card’s security code is incomplete.",
    network: "The bank does not answer. Check the connection and try again: you will not pay twice.",
    errors: {},
  },
};

const EXAMPLE_NUMBERS = ["4242424242424242", "4000000000000002", "4000000000009995", "4000000000003220"];

function wordsFor(locale) {
  const asked = !locale || locale === "auto" ? navigator.language : locale;
  return asked.toLowerCase().startsWith("en") ? WORDS.en : WORDS.fr;
}

// The API speaks English; stripe.js says the same in the language of the page.
function translated(error, words) {
  const said = words.errors[error.decline_code] ?? words.errors[error.code];
  return said ? { ...error, message: said } : error;
}
