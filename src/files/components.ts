/**
 * The strongly connected components of a graph (Tarjan 1972): those that lead to each other stand together, and each
 * component follows those it leads to.
 *
 * @param links where each node leads to, by number
 */
export function components(links: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const order = new Array<number>(links.length).fill(-1);
  const lowest = new Array<number>(links.length).fill(-1);
  const isOpen = new Array<boolean>(links.length).fill(false);
  const open: number[] = [];
  let count = 0;

  const enter = (node: number): Visit => {
    order[node] = lowest[node] = count++;
    isOpen[node] = true;
    open.push(node);
    return { node, next: 0 };
  };
  const leave = (node: number): void => {
    if (lowest[node] !== order[node]) return;
    const component = open.splice(open.lastIndexOf(node));
    for (const each of component) isOpen[each] = false;
    found.push(component);
  };

  for (let root = 0; root < links.length; root++) {
    const path = order[root] === -1 ? [enter(root)] : [];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { node } = visit;
      const to = links[node]?.[visit.next++];
      if (to === undefined) {
        leave(node);
        path.pop();
        const outer = path.at(-1);
        if (outer !== undefined) lowest[outer.node] = Math.min(lowest[outer.node]!, lowest[node]!);
      } else if (order[to] === -1) path.push(enter(to));
      else if (isOpen[to]) lowest[node] = Math.min(lowest[node]!, order[to]!);
    }
  }
  return found;
}

interface Visit {
  readonly node: number;
  next: number;
}
