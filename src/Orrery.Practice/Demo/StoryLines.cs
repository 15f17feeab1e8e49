using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Reads the lines of one scene: add, was-there, relate, say, end, confirm, rename, observe.</summary>
/// <param name="words">What words mean.</param>
/// <param name="day">The day of the scene.</param>
/// <param name="self">What <c>this</c> stands for, or null.</param>
internal sealed class StoryLines(StoryWords words, int day, string? self)
{
    /// <summary>All lines of the scene, in the order in which they are to be decided.</summary>
    public ImmutableArray<StoryLine> Read(YamlMap scene)
    {
        var span = SpanOf(scene, default);
        return
        [
            .. scene.Maps("add").Select(entity => Add(entity, span)).OfType<StoryLine>(),
            .. scene.Texts("was-there").Select(text => new StoryLine.Exist(scene.PlaceOf("was-there"), Self(text), span)),
            .. Each(scene, "relate", (map, text, fields) => Relate(map, text, fields, span)),
            .. Said(scene, span),
            .. scene.Texts("end").Select(text => new StoryLine.End(scene.PlaceOf("end"), Self(text), span)),
            .. scene.Texts("confirm").Select(text => new StoryLine.Confirm(scene.PlaceOf("confirm"), Self(text))),
            .. Renamed(scene),
            .. Observed(scene),
        ];
    }

    private StoryLine.Add? Add(YamlMap map, Span around)
    {
        var kind = map.Keys.FirstOrDefault() ?? "";
        if (!words.IsKind(kind))
        {
            map.Faults.Add(StoryFaults.UnknownKind(map.Place, kind));
            return null;
        }

        var reference = $"{kind}:{map.Required(kind)}";
        var span = SpanOf(map, around);
        var fields = ImmutableArray.CreateBuilder<Said>();
        var relations = ImmutableArray.CreateBuilder<StoryLine.Relate>();
        foreach (var word in map.Keys.Skip(1).Where(k => k is not ("since" or "until")))
        {
            if (words.Field(kind, word) is { } field)
                fields.Add(new(word, Value(map, word, field)));
            else if (words.Relation(word) is var (type, backwards))
                relations.AddRange(Ends(map, word, reference, type, backwards, span));
            else
                map.Faults.Add(StoryFaults.UnknownWord(map.PlaceOf(word), kind, word));
        }

        return new(map.Place, kind, reference[(kind.Length + 1)..], fields.ToImmutable(), relations.ToImmutable(), span);
    }

    /// <summary>The other ends of relations: a ref or sentence, a mapping with <c>to</c>, or a list of these.</summary>
    private IEnumerable<StoryLine.Relate> Ends(YamlMap map, string word, string reference, string type, bool backwards, Span span)
    {
        foreach (var end in map.Mappings(word, "to"))
        {
            var other = Self(end.Required("to"));
            var sentence = backwards ? new Sentence(other, type, reference) : new Sentence(reference, type, other);
            yield return new(map.PlaceOf(word), sentence, RelationFields(end, type), SpanOf(end, span));
            end.Close();
        }
    }

    private StoryLine.Relate? Relate(YamlMap map, string text, YamlMap? fields, Span span)
    {
        if (StoryWords.Parse(text) is not { } sentence || words.Catalogue.FindRelationType(sentence.Type) is null)
        {
            map.Faults.Add(StoryFaults.NotASentence(map.PlaceOf("relate"), text));
            return null;
        }

        sentence = new(Self(sentence.From), sentence.Type, Self(sentence.To));
        var line = new StoryLine.Relate(
            fields?.Place ?? map.PlaceOf("relate"),
            sentence,
            fields is null ? [] : RelationFields(fields, sentence.Type),
            fields is null ? span : SpanOf(fields, span)
        );
        fields?.Close();
        return line;
    }

    private ImmutableArray<Said> RelationFields(YamlMap map, string type)
    {
        var fields = ImmutableArray.CreateBuilder<Said>();
        foreach (var word in map.Keys.Where(k => k is not ("to" or "since" or "until")))
        {
            if (words.Catalogue.FindRelationField(type, word) is { } field)
                fields.Add(new(word, Value(map, word, field)));
            else
                map.Faults.Add(StoryFaults.UnknownWord(map.PlaceOf(word), type, word));
        }

        return fields.ToImmutable();
    }

    private IEnumerable<StoryLine.Say> Said(YamlMap scene, Span span)
    {
        if (scene.Map("say") is not { } say)
            yield break;
        foreach (var (subject, map) in say.Named())
        {
            var fields = StoryWords.Parse(subject) is { } sentence
                ? RelationFields(map, sentence.Type)
                : EntityFields(map, Self(subject));
            yield return new(map.Place, Self(subject), fields, SpanOf(map, span));
            map.Close();
        }
    }

    private ImmutableArray<Said> EntityFields(YamlMap map, string subject)
    {
        var kind = StoryWords.KindOf(subject);
        var fields = ImmutableArray.CreateBuilder<Said>();
        foreach (var word in map.Keys.Where(k => k is not ("since" or "until")))
        {
            if (words.Field(kind, word) is { } field)
                fields.Add(new(word, Value(map, word, field)));
            else
                map.Faults.Add(StoryFaults.UnknownWord(map.PlaceOf(word), kind, word));
        }

        return fields.ToImmutable();
    }

    private static IEnumerable<StoryLine.Rename> Renamed(YamlMap scene)
    {
        if (scene.Map("rename") is { } renames)
            foreach (var subject in renames.Keys)
                yield return new(renames.PlaceOf(subject), subject, renames.Required(subject));
    }

    private static IEnumerable<StoryLine.Observe> Observed(YamlMap scene)
    {
        if (scene.Map("observe") is not { } observations)
            yield break;
        foreach (var subject in observations.Keys)
        {
            if (double.TryParse(observations.Text(subject), out var number))
                yield return new(observations.PlaceOf(subject), subject, "observed", number);
            else
                observations.Wrong(subject, "a number", 0);
        }
    }

    private static IEnumerable<StoryLine> Each(YamlMap scene, string key, Func<YamlMap, string, YamlMap?, StoryLine?> read)
    {
        if (scene.Node(key) is not { } node)
            return [];
        if (node is not YamlSequenceNode list)
            return scene.Wrong<IEnumerable<StoryLine>>(key, "a list", []);
        return list.Select(item =>
                item is YamlScalarNode { Value: { } text } ? read(scene, text, null) : Titled(scene, key, item, read)
            )
            .OfType<StoryLine>();
    }

    private static StoryLine? Titled(
        YamlMap scene,
        string key,
        YamlNode item,
        Func<YamlMap, string, YamlMap?, StoryLine?> read
    ) =>
        scene.MapOf(item, key) is { } map && map.Keys.ToList() is [var text] && map.Map(text) is { } fields
            ? read(scene, text, fields)
            : scene.Wrong<StoryLine?>(key, "'from type to', alone or with fields under it", null);

    private Orrery.Graph.Value Value(YamlMap map, string word, PackField field) =>
        StoryValues.Read(map, word, field, words.Catalogue.OptionsOf(field), day);

    private string Self(string text) => text == "this" && self is not null ? self : text;

    private Span SpanOf(YamlMap map, Span around) =>
        new(map.Day("since", day) ?? around.Since, map.Day("until", day) ?? around.Until);
}
