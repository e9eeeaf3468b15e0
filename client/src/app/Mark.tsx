/** The logo is a tie: two parties and the line between them. */
export function Mark() {
  return (
    <svg
      aria-hidden="true"
      width="12"
      height="24"
      viewBox="0 0 12 24"
      fill="none"
      stroke="currentColor"
    >
      <circle cx="6" cy="5" r="4.2" fill="currentColor" stroke="none" />
      <path d="M6 5v10.4" strokeWidth="1.8" />
      <circle cx="6" cy="19" r="3.4" strokeWidth="1.8" />
    </svg>
  );
}
