/** What everything is held against: JSON data that nothing is known of. */
export const operations = {
  read: (_, text) => () => JSON.parse(text),
  write(_, text) {
    const data = JSON.parse(text);
    return () => JSON.stringify(data);
  },
};
