namespace Orrery.Graph;

/// <summary>An event together with the change set it belongs to.</summary>
/// <param name="Revision">Its place; <see cref="GraphSnapshot.CauseOf"/> tells by whom and why.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(Revision Revision, GraphEvent Event);

/// <summary>When something was said, and in which change set.</summary>
public sealed record Told(NodaTime.Instant At, Revision Revision);
