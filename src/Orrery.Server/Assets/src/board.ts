export { mount } from "./board/board";
