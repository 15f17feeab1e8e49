using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the gallery is drawn from: the theme asked for, and invented content that never changes.</summary>
/// <param name="Theme">"light", "dark", or null for the one of the system.</param>
public sealed record GalleryView(string? Theme)
{
    public const string Short = "Faster onboarding";

    public const string LongText =
        "Cut the time from the first call of a policyholder to the settlement of the claim by a third for every policy older than five years, without a call more to the contact centre, without a person more in the back office, and without a letter that nobody understands: measured each month and told to everyone.";

    public const string OneWord =
        "Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetzdurchführungsverordnungszuständigkeitsregelungsentwurf";

    public const string RightToLeft = "לקצר את הזמן מהפנייה הראשונה ועד סילוק התביעה";

    public const string Emoji = "🌋 Ready for the climate decade 👩‍👩‍👧";

    public static readonly Instant Moment = Instant.FromUtc(2026, 11, 14, 14, 2);

    /// <summary>Colours by token, as tokens.css has them.</summary>
    public static readonly IReadOnlyList<(string Title, string[] Tokens)> Colours =
    [
        ("Ground", ["bg", "bg-sunk", "bg-raised", "bg-hover"]),
        ("Ink", ["ink", "ink-2", "ink-3"]),
        ("Lines", ["line", "line-soft", "line-field"]),
        ("Action", ["accent", "accent-ink", "accent-wash"]),
        ("Categories, drawn", ["context", "intent", "collaboration", "investment", "practice"]),
        ("Categories, written", ["context-ink", "intent-ink", "collaboration-ink", "investment-ink", "practice-ink"]),
        ("Said", ["ask", "fault", "fault-wash", "good", "good-wash"]),
        ("Another moment", ["past", "past-line", "past-ink"]),
    ];

    public static GalleryView Of(string? theme) => new(theme is "light" or "dark" ? theme : null);

    public static Dates Seen { get; } = new(Moment + Duration.FromDays(12), Moment + Duration.FromDays(12), DateTimeZone.Utc);

    public static Fault Refused { get; } = Fault.NotFound("bet:faster-onbording");

    public static IReadOnlyList<(string, string)> Horizons { get; } =
    [("h2", "weeks"), ("h3", "months"), ("h4", "quarters"), ("h5", "years")];

    public static IReadOnlyList<Part> Moved { get; } =
    [
        new Part.Thing("Mobile workflow updates", "#feed"),
        new Part.Plain(" moved from "),
        new Part.Was("quarters"),
        new Part.Plain(" to "),
        new Part.Is("months"),
    ];
}
