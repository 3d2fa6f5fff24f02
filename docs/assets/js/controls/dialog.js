/** What all dialogs have in common. */

/** Show the dialog; what the pressed button is worth, and "" when it was closed.
 * @param {HTMLDialogElement} dialog @returns {Promise<string>} */
export function ask(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}
