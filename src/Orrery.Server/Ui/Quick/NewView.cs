namespace Orrery.Server;

/// <summary>What could be added.</summary>
/// <param name="Visit">Who adds.</param>
/// <param name="Kinds">Everything it could be.</param>
public sealed record NewView(Visit Visit, KindOffers Kinds);
