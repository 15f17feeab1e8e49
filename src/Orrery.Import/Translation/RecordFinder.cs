namespace Orrery.Import;

/// <summary>Finds the records of a file and gives each its foreign id: level by level, candidate by candidate, so that a better claim beats an earlier one.</summary>
internal sealed class RecordFinder(Evaluator evaluator, LossSink losses)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wanted = new(StringComparer.Ordinal);

    /// <summary>Records in the order of the file, those around before those inside. Their id is null where none can be formed.</summary>
    public List<Instance> Find(SourceMapping source, FileContent content)
    {
        List<Instance> all = [];
        var level = content
            .Documents.SelectMany(d => source.Records.SelectMany(r => At(r, d, new(d.Root, null), null, "")))
            .ToList();
        while (level.Count > 0)
        {
            Identify(level);
            all.AddRange(level);
            level = [.. level.Where(i => i.Id is not null).SelectMany(Inside)];
        }

        return all;
    }

    private static IEnumerable<Instance> Inside(Instance around) =>
        around.Mapping.Records.SelectMany(r => At(r, around.Document, around.Place, around, around.Path));

    private static IEnumerable<Instance> At(RecordMapping record, Document document, Place start, Instance? parent, string path)
    {
        var here = Instance.Join(path, record.At.Text);
        return record
            .At.From(start)
            .Where(place => place.Node is not Node.Scalar { Text: null })
            .Select(place => new Instance(record, document, place, parent, here));
    }

    private void Identify(List<Instance> level)
    {
        var pending = level.ConvertAll(i => new Claim(i));
        for (var rank = 0; pending.Count > 0; rank++)
        {
            pending.RemoveAll(claim => rank >= claim.Record.Mapping.Id.Length && GiveUp(claim));
            pending.RemoveAll(claim => Try(claim, rank));
        }
    }

    /// <summary>Whether the candidate of that rank gave the record its id.</summary>
    private bool Try(Claim claim, int rank)
    {
        var record = claim.Record;
        var answer = evaluator.Read(record.Mapping.Id[rank], record, record.Place).Answers.FirstOrDefault();
        if (answer?.Result is not Transformed.Done { Value: Orrery.Graph.Value.Text { Characters: { Length: > 0 } id } } done)
        {
            claim.Failed.Add(answer);
            return false;
        }

        if (claim.Wanted is null)
        {
            claim.Wanted = id;
            record.Nth = _wanted[id] = _wanted.GetValueOrDefault(id) + 1;
        }

        claim.LastFormed = id;
        if (!_taken.Add(id) && record.Mapping.Doubled == Doubling.Odd)
            return false;
        record.Id = id;
        Report(claim, answer, done);
        return true;
    }

    private void Report(Claim claim, Evaluator.Answer answer, Transformed.Done done)
    {
        var (record, id) = (claim.Record, claim.Record.Id!);
        if (done.Coerced is { } coerced)
            losses.Add(LossKind.Coerced, answer.Line, id, record.Path, answer.Raw, coerced);
        if (claim.Wanted != id)
            losses.Add(
                LossKind.Doubled,
                answer.Line,
                id,
                record.Path,
                claim.Wanted!,
                $"another record of the file is known by that: this one is known as {id}"
            );
        else if (claim.Failed is [var first, ..])
            losses.Add(
                LossKind.Coerced,
                answer.Line,
                id,
                record.Path,
                first?.Raw ?? "",
                $"no id at its usual place: known as {id}"
            );
    }

    private bool GiveUp(Claim claim)
    {
        var record = claim.Record;
        if (claim.LastFormed is { } id)
        {
            record.Id = id;
            losses.Add(
                LossKind.Doubled,
                record.Place.Node.Line,
                id,
                record.Path,
                id,
                "another record of the file has this id: merged, what came first stands"
            );
            return true;
        }

        var answer = claim.Failed.Find(a => a?.Result is Transformed.Placeholder) ?? claim.Failed.Find(a => a is not null);
        claim.Report(losses, answer);
        return true;
    }

    /// <summary>A record that has no id yet.</summary>
    private sealed class Claim(Instance record)
    {
        public Instance Record => record;

        public string? Wanted { get; set; }

        public string? LastFormed { get; set; }

        public List<Evaluator.Answer?> Failed { get; } = [];

        public void Report(LossSink losses, Evaluator.Answer? answer)
        {
            var (kind, why) = answer?.Result switch
            {
                Transformed.Placeholder placeholder => (LossKind.Placeholder, placeholder.Why),
                Transformed.Rejected rejected => (LossKind.Rejected, rejected.Why),
                _ => (LossKind.Rejected, "has nothing to be known by"),
            };
            record.Unknown = kind == LossKind.Rejected ? answer?.Raw : null;
            losses.Add(kind, record.Place.Node.Line, record.Parent?.Id ?? "", record.Path, answer?.Raw ?? "", why);
        }
    }
}
