export { mount } from "./orrery/island";
