export { mount } from "./ask/editor";
