export { mount } from "./graph/island";
