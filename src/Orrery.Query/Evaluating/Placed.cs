namespace Orrery.Query;

/// <summary>What a clause computes, with its place: a clause that refuses the value points there.</summary>
/// <param name="Evaluator">Computes it.</param>
/// <param name="At">Where it is written.</param>
internal sealed record Placed(Evaluator Evaluator, TextSpan At);
