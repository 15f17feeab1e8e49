namespace Orrery.Graph;

/// <summary>A walk as it was asked for.</summary>
/// <param name="Starts">The numbers of the entities it begins at.</param>
/// <param name="Types">The relation types it follows.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Hops">How far.</param>
internal sealed record Steps(int[] Starts, TypeSet Types, Direction Direction, int Hops);
