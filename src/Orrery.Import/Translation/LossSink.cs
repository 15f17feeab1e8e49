namespace Orrery.Import;

/// <summary>Collects the losses of one file.</summary>
internal sealed class LossSink(string file)
{
    private readonly List<Loss> _losses = [];

    public void Add(LossKind kind, int line, string record, string path, string value, string why) =>
        _losses.Add(new(kind, file, line, record, path, Loss.Cut(value), why));

    public LossReport Report() => LossReport.Of(_losses);
}
