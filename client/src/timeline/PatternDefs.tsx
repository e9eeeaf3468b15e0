/** The status patterns for SVG: fill with `url(#pattern-signed)`. Put once in a document; the canvas has its own tiles. */
export function PatternDefs() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
      <defs>
        <Tile look="proposed" size={6} token="proposed">
          <circle cx="1.5" cy="1.5" r="0.95" fill="var(--proposed)" />
          <circle cx="4.5" cy="4.5" r="0.95" fill="var(--proposed)" />
        </Tile>
        <Tile look="negotiating" size={7} token="negotiating" turn>
          <rect width="1.3" height="7" fill="var(--negotiating)" opacity="0.62" />
        </Tile>
        <Tile look="agreed" size={4.5} token="negotiating" turn>
          <rect width="1.3" height="4.5" fill="var(--negotiating)" opacity="0.62" />
        </Tile>
        <Tile look="signed" size={4} token="signed">
          <rect y="1.5" width="4" height="1" fill="var(--signed)" opacity="0.55" />
        </Tile>
        <Tile look="ratified" size={5} token="ratified">
          <path d="M0 0H5V0.9H0.9V5H0Z" fill="var(--paper)" opacity="0.8" />
        </Tile>
        <Tile look="provisional" size={4} token="inforce">
          <rect y="1.5" width="4" height="1" fill="var(--paper)" />
        </Tile>
        <Tile look="suspended" size={8} token="suspended">
          <rect x="5" width="3" height="8" fill="var(--paper)" />
        </Tile>
      </defs>
    </svg>
  );
}

function Tile({
  look,
  size,
  token,
  turn,
  children,
}: {
  look: string;
  size: number;
  token: string;
  turn?: boolean;
  children: React.ReactNode;
}) {
  return (
    <pattern
      id={`pattern-${look}`}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={turn ? "rotate(45)" : undefined}
    >
      <rect width={size} height={size} fill={`var(--${token}-fill)`} />
      {children}
    </pattern>
  );
}
