using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Writes the words of a community as <see cref="WordReader"/> reads them.</summary>
internal static class WordWriter
{
    public static YamlNotes Write(PackVocabulary community)
    {
        var notes = new YamlNotes().With("title", community.Title);
        foreach (var words in community.Words.GroupBy(word => word.Of))
            notes.With(words.Key, new YamlSequenceNode(words.OrderBy(word => word.Order).Select(word => Write(word).ToNode()!)));
        return notes;
    }

    private static YamlNotes Write(PackWord word) =>
        new YamlNotes()
            .With("term", word.Term)
            .With("plural", word.Plural)
            .With("forms", PackWriter.Texts(word.Forms))
            .With("status", word.Status)
            .With("treatment", word.Treatment)
            .With("baggage", word.Baggage)
            .With("definition", word.Definition);
}
