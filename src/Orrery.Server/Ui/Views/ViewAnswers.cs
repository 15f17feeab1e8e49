namespace Orrery.Server;

/// <summary>What the question of a view came to.</summary>
/// <param name="Now">At the moment that is looked at.</param>
/// <param name="Then">At the moment compared with; null for none.</param>
internal sealed record ViewAnswers(AskOutcome Now, AskOutcome? Then);
