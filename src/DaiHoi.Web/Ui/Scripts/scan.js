// Reads the code of a badge where the browser cannot by itself: on iPhones, in Firefox, on most desks. It is loaded when somebody
// presses the button, and by nobody else.
import decodeQR from "qr/decode.js";

/** What is written in the code that a picture shows; null where it shows none. */
globalThis.readCode = (picture) => {
  try {
    return decodeQR(picture, { timeLimit: 60 });
  } catch {
    // It says so by throwing.
    return null;
  }
};
