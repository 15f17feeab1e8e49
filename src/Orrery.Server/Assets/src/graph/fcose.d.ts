declare module "cytoscape-fcose" {
  const register: (core: unknown) => void;
  export default register;
}
