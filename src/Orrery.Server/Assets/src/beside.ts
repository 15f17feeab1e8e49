// A form in which somebody writes stays while the page around it becomes newer. What others put into its fields meanwhile is said beside it, at once.
const name = "changed-beside";
const longest = 300;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Says in a form what a newer one has in its fields; takes back what it said where they are alike again. */
export function sayBeside(form: HTMLFormElement, newer: Element): void {
  const said = fieldsOf(form).flatMap((field) => {
    const other = newer.querySelector<Field>(`[name="${CSS.escape(field.name)}"]${choiceOf(field)}`);
    const [was, is] = [valueOf(field), other ? valueOf(other) : null];
    return is === null || is === was ? [] : [{ label: labelOf(form, field), is }];
  });
  form.querySelector(`.${name}`)?.remove();
  if (said.length > 0) form.prepend(note(said));
}

function note(said: { label: string; is: string }[]): HTMLElement {
  const box = element("div", `notice ${name}`);
  box.setAttribute("role", "status");
  const fold = element("details", "fold");
  const list = element("dl", "changed-fields");
  for (const { label, is } of said) {
    const value = element("dd", "", is === "" ? "nothing" : is.length > longest ? `${is.slice(0, longest)}…` : is);
    value.dir = "auto";
    list.append(element("dt", "", label), value);
  }
  fold.append(element("summary", "", "See what it is now"), list);
  box.append(element("p", "", "Changed elsewhere while you write. What you wrote is kept."), fold);
  return box;
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (field): field is Field =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) &&
      field.name !== "" && field.type !== "hidden" && field.type !== "submit",
  );
}

// Of several boxes or marks under one name each is a field of its own.
function choiceOf(field: Field): string {
  return field.type === "checkbox" || field.type === "radio" ? `[value="${CSS.escape(field.value)}"]` : "";
}

// What the page put there, not what somebody wrote since.
function valueOf(field: Field): string {
  if (field instanceof HTMLSelectElement)
    return [...field.options].filter((option) => option.defaultSelected).map((option) => option.text.trim()).join(", ");
  if (field.type === "checkbox" || field.type === "radio") return (field as HTMLInputElement).defaultChecked ? "chosen" : "not chosen";
  return field.defaultValue;
}

function labelOf(form: HTMLFormElement, field: Field): string {
  const label = field.labels?.[0]?.textContent ?? form.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent;
  return (label ?? field.getAttribute("aria-label") ?? field.name).trim();
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
