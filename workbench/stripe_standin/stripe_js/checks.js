// What can be said of a card before any bank is asked. Each check returns the code of an error, or nothing.

const digitsOf = (text) => text.replace(/\D/g, "");

function passesLuhn(digits) {
  const total = [...digits].reverse().reduce((sum, digit, place) => {
    const doubled = Number(digit) * (1 + (place % 2));
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return total % 10 === 0;
}

function checkNumber(text) {
  const digits = digitsOf(text);
  const length = digits.startsWith("3") ? 15 : 16;
  if (digits.length < length) return "incomplete_number";
  if (!passesLuhn(digits)) return "invalid_number";
}

function expiryOf(text) {
  const digits = digitsOf(text);
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2, 4)) };
}

function checkExpiry(text) {
  if (digitsOf(text).length < 4) return "incomplete_expiry";
  const { month, year } = expiryOf(text);
  const today = new Date();
  const passed = year * 12 + month < today.getFullYear() * 12 + today.getMonth() + 1;
  if (month < 1 || month > 12 || passed) return "invalid_expiry";
}

function checkCvc(text) {
  if (digitsOf(text).length < 3) return "incomplete_cvc";
}

const spacedNumber = (text) => digitsOf(text).slice(0, 19).replace(/(.{4})(?=.)/g, "$1 ");
const spacedExpiry = (text) => digitsOf(text).slice(0, 4).replace(/^(..)(?=.)/, "$1 / ");
const plainCvc = (text) => digitsOf(text).slice(0, 4);
