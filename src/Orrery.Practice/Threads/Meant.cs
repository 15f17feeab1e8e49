using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>An intent that has not ended, with what its threads say of it: found out once, in however many rows it lies.</summary>
/// <param name="thing">The intent.</param>
/// <param name="placings">How far ahead it is meant.</param>
internal sealed class Meant(Entity thing, Placings placings)
{
    private readonly Lazy<Placing?> _place = new(() => placings.Of(thing), isThreadSafe: false);
    private double? _putInto;
    private bool? _isPossibility;

    public Entity Thing => thing;

    /// <summary>Where it lies; null when nothing says.</summary>
    public Placing? Place => _place.Value;

    /// <summary>Whether nobody has decided for it yet.</summary>
    public bool IsPossibility => _isPossibility ??= thing["status"].AsText is "possibility" or "option" or "provisional";

    /// <summary>The money that is put into it itself, currencies taken as they are: only for sizes.</summary>
    public double PutInto =>
        _putInto ??= (double)
            thing.Relations(Direction.In, "funds").Select(ThreadReader.Amount).OfType<Value.Money>().Sum(money => money.Amount);
}
