/** What a save would do, in words, once that is known. */
export function Preview({ sentences }: { sentences: readonly string[] }) {
  const [first, ...others] = sentences;
  return (
    <div className="desk-preview" role="status">
      {first && (
        <>
          <p className="strong">{first}</p>
          {others.map((sentence) => (
            <p key={sentence} className="second">
              {sentence}
            </p>
          ))}
        </>
      )}
    </div>
  );
}
