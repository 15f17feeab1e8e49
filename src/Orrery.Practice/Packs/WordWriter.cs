using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Writes the words of a community as <see cref="WordReader"/> reads them.</summary>
internal static class WordWriter
{
    public static YamlNotes Community(PackVocabulary community)
    {
        var notes = new YamlNotes()
            .With("title", community.Title)
            .With("parent", community.Parent)
            .With("sort", community.Sort)
            .With("locale", community.Locale);
        foreach (var words in community.Words.GroupBy(word => word.Of))
            notes.With(words.Key, Words([.. words.OrderBy(word => word.Order)]));
        return notes;
    }

    private static YamlNode Words(PackWord[] words) =>
        words is [var only] ? Word(only, 0) : new YamlSequenceNode(words.Select(Word));

    private static YamlMappingNode Word(PackWord word, int place)
    {
        var forms = new YamlNotes();
        foreach (var (form, text) in word.Forms)
            forms.With(form, text);
        return new YamlNotes()
            .With("term", word.Term)
            .With("order", word.Order == place ? null : (word.Order + 1).ToString(CultureInfo.InvariantCulture))
            .With("plural", word.Plural)
            .With("forms", forms.ToNode())
            .With("status", word.Status)
            .With("treatment", word.Treatment)
            .With("baggage", word.Baggage)
            .With("definition", word.Definition)
            .ToNode()!;
    }
}
