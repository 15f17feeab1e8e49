using System.Collections.Immutable;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>The questions that come with the packs of a workspace, to open and to go on from.</summary>
/// <param name="visit">Who would ask them.</param>
internal sealed class PackQuestions(Visit visit)
{
    // Also of a moment at which a pack was not installed yet its questions can be asked.
    private readonly ImmutableArray<ReadyQuestion> _ready = QuestionShelf.Of(visit.Workspace.Read(visit.Viewer, When.Now));

    /// <summary>By who asks them, in the order of their files.</summary>
    public IEnumerable<IGrouping<string, ReadyQuestion>> ByAsker => _ready.GroupBy(question => question.Asks);

    public string AddressOf(ReadyQuestion question) =>
        visit.Links.Ask(AskedText.Of(question.Text, name => Typed(question.Parameters.GetValueOrDefault(name, Value.Nothing))));

    /// <summary>What it means that a question has no rows, where somebody has said so.</summary>
    public string? WhenEmpty(AskedText asked) =>
        _ready.FirstOrDefault(question => AskedText.Of(question.Text, _ => "").Text == asked.Text)?.WhenEmpty;

    // As somebody would have to type it to mean just this value.
    private static string Typed(Value value) =>
        value.IsNothing ? ""
        : ValueText.Of(value) is var plain && QueryText.ParseValue(plain) == value ? plain
        : Spelling.Text(ValueText.Of(value));
}
