namespace Orrery.Import;

/// <summary>A place for reports; put together only when there is something to report.</summary>
/// <param name="Path">Of the record.</param>
/// <param name="Rest">From there.</param>
internal readonly record struct Spot(string Path, string Rest)
{
    public override string ToString() => Instance.Join(Path, Rest);
}
