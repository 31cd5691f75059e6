/** What is said around every skill. */
export const talk = {
  privateInGroup:
    "That is your family's own matter, so I don't say it in a group. Write to me directly and I'll tell you.",
};
