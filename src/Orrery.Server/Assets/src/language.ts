// Turbo says with every page what language it is in. A browser that is told styles the whole page anew for it, the one that is
// about to go, also when nothing changed: it is told when something did.
const root = document.documentElement;
const say = root.setAttribute.bind(root);
root.setAttribute = (name, value) => {
  if (root.getAttribute(name) !== value) say(name, value);
};
