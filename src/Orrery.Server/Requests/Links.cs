using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Addresses of one workspace's pages. They keep the moment that is looked at.</summary>
/// <param name="Workspace">Its name.</param>
/// <param name="Moment">The part of the query that says when, without a question mark; empty for now.</param>
public sealed record Links(string Workspace, string Moment)
{
    public string Root => $"/w/{Uri.EscapeDataString(Workspace)}";

    public string Home => At(Root);

    public string Area => At($"{Root}/area");

    public string Map => At($"{Root}/map");

    public string ThreadsPlain => $"{Root}/threads";

    public string Threads => At(ThreadsPlain);

    public string History => At($"{Root}/history");

    /// <summary>Where many things are changed together.</summary>
    public string ManyPlain => $"{Root}/many";

    public string PastePlain => $"{Root}/paste";

    /// <summary>A list of a kind is pasted there.</summary>
    public string Paste(string kind) => $"{PastePlain}?kind={Uri.EscapeDataString(kind)}";

    public string Search => $"{Root}/search";

    public string Discussion(Entity entity) => At($"{Plain(entity)}/discussion");

    /// <summary>What somebody should hear of.</summary>
    public string Inbox => $"{Root}/inbox";

    /// <summary>Names that are offered while a text is written; it always speaks of now.</summary>
    public string NamesPlain => $"{Root}/names";

    public string Palette => At($"{Root}/palette");

    /// <summary>Where a browser says who sits at it.</summary>
    public string Person => $"{Root}/me";

    public string Live => $"{Root}/live";

    public string OrreryJson => $"{Root}/orrery.json";

    public string AskPlain => $"{Root}/ask";

    public string AskWords => At($"{Root}/ask/words.json");

    public string AskCheck => At($"{Root}/ask/check.json");

    public string Ask(AskedText asked) => Ask(asked, AnswerShape.Table, page: 1);

    public string Ask(AskedText asked, AnswerShape shape, int page) => At(AskPlain, asked.Address(shape, page));

    public string Ask(string text) => At(AskPlain, ("q", text));

    public const string FileName = "name";

    /// <summary>A whole answer as a file.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="extension">csv or json.</param>
    /// <param name="name">What the file is called, without an ending; null for "answer".</param>
    public string AskAs(AskedText asked, string extension, string? name = null) =>
        At($"{AskPlain}.{extension}", [.. asked.Address(AnswerShape.Table, page: 1), (FileName, name)]);

    public string BuildPlain => $"{Root}/build";

    /// <summary>A query, opened in the builder of questions.</summary>
    public string Build(string text) => At(BuildPlain, ("q", text));

    public string Views => At($"{Root}/v");

    public string View(string key) => At(Saved(key));

    /// <summary>A view as it is shown now, in a shape: of a saved one, only what differs is said.</summary>
    public string View(SavedView? saved, ViewRequest request, ViewShape shape) =>
        saved is null
            ? At($"{Root}/view", request.Address(shape))
            : At(Saved(saved.Key), request.AddressBeside(saved.Definition, shape));

    /// <summary>A view as a file of its own.</summary>
    /// <param name="saved">The view it began from, or null.</param>
    /// <param name="request">What is shown now.</param>
    /// <param name="form">What sort of file: <c>svg</c>.</param>
    public string ViewAs(SavedView? saved, ViewRequest request, string form) =>
        saved is null
            ? At($"{Root}/view", [.. request.Address(request.Shape), ("as", form)])
            : At(Saved(saved.Key), [.. request.AddressBeside(saved.Definition, request.Shape), ("as", form)]);

    /// <summary>The same, with more that only its shape understands: which month, how many cards.</summary>
    public string View(SavedView? saved, ViewRequest request, params (string, string?)[] more) =>
        saved is null
            ? At($"{Root}/view", [.. request.Address(request.Shape), .. more])
            : At(Saved(saved.Key), [.. request.AddressBeside(saved.Definition, request.Shape), .. more]);

    /// <summary>Where the form of a view's settings goes.</summary>
    public string Plain(SavedView? saved) => saved is null ? $"{Root}/view" : Saved(saved.Key);

    public string NewViewPlain => $"{Root}/v/new";

    public string NewView(ViewRequest request) => At(NewViewPlain, request.Address(request.Shape));

    public string EditView(SavedView saved, ViewRequest request) =>
        At($"{Saved(saved.Key)}/edit", request.AddressBeside(saved.Definition, request.Shape));

    /// <summary>Something that is done to a saved view.</summary>
    public string Act(SavedView saved, string action) => $"{Saved(saved.Key)}/{action}";

    /// <summary>A view about a thing.</summary>
    public string ViewOf(SavedView saved, Entity about) =>
        At(Saved(saved.Key), ($"{AskedText.Prefix}{ViewDefinition.This}", about.ToString()));

    /// <summary>The same without the page around it.</summary>
    public string ViewFrame(SavedView saved, Entity about) =>
        At(Saved(saved.Key), ("frame", "1"), ($"{AskedText.Prefix}{ViewDefinition.This}", about.ToString()));

    public string SupposePlain => $"{Root}/what-if";

    /// <summary>Where things are supposed, under what is supposed already.</summary>
    public string Suppose => At(SupposePlain);

    /// <summary>The same under these sentences; at now.</summary>
    public string Supposing(string sentences) =>
        sentences.Length == 0 ? SupposePlain : $"{SupposePlain}?{Moments.Query(null, null, sentences)}";

    public string Dictionary => At($"{Root}/words");

    /// <summary>A word of a community, to change it.</summary>
    public string Word(Id word) => At($"{Root}/words/{word}");

    /// <summary>Where a word is made the one that its community prefers.</summary>
    public string WordPreferred(Id word) => At($"{Root}/words/{word}/prefer");

    /// <summary>Where a word is taken away.</summary>
    public string WordGone(Id word) => At($"{Root}/words/{word}/remove");

    /// <summary>What a community says of itself: its name, its language.</summary>
    public string Community(string symbol) => At($"{Root}/words/by/{Uri.EscapeDataString(symbol)}");

    /// <summary>The steps of the workspace's tour; it always speaks of now.</summary>
    public string Tour => $"{Root}/tour";

    /// <summary>The page that a step looks at, with the step beside it.</summary>
    public string TourStep(Tour tour, int number)
    {
        var at = tour.Steps[number - 1].At;
        return $"{(at.Length == 0 ? Root : $"{Root}/{at}")}{(at.Contains('?') ? '&' : '?')}{TourPlace.Parameter}={number}";
    }

    public string Packs => At($"{Root}/packs");

    public string PackText => $"{Root}/packs/text";

    /// <summary>What was made here, as a pack for others.</summary>
    public string PublishOwn => $"{Root}/packs/publish";

    public string Pack(string name) => At($"{Root}/packs/{Uri.EscapeDataString(name)}");

    /// <summary>Where something is done with a pack: add, upgrade, remove.</summary>
    public string Pack(string name, string deed) => $"{Root}/packs/{Uri.EscapeDataString(name)}/{deed}";

    /// <summary>What the workspace keeps track of, to be changed.</summary>
    public string Model => At($"{Root}/model");

    /// <summary>What the workspace goes by; it always speaks of now.</summary>
    public string Settings => $"{Root}/settings";

    /// <summary>Where a part of the model is added: k a kind, r a type of relation.</summary>
    public string NewPart(string sort) => $"{Root}/model/{sort}/new";

    public string ModelKind(string kind) => At($"{Root}/model/k/{Uri.EscapeDataString(kind)}");

    /// <summary>Where something is done with a kind.</summary>
    public string ModelKind(string kind, string deed) => $"{Root}/model/k/{Uri.EscapeDataString(kind)}/{deed}";

    /// <summary>The page of a field, by the key of its ref.</summary>
    public string ModelField(string key) => $"{Root}/model/f/{Uri.EscapeDataString(key)}";

    /// <summary>Where something is done with a field.</summary>
    public string ModelField(string key, string deed) => $"{Root}/model/f/{Uri.EscapeDataString(key)}/{deed}";

    public string ModelRelation(string type) => $"{Root}/model/r/{Uri.EscapeDataString(type)}";

    /// <summary>Where something is done with a type of relation.</summary>
    public string ModelRelation(string type, string deed) => $"{Root}/model/r/{Uri.EscapeDataString(type)}/{deed}";

    public string Kind(string kind) => At($"{Root}/k/{kind}");

    /// <summary>Where one chooses what to add.</summary>
    public string NewPlain => $"{Root}/new";

    public string New(string kind) => $"{Root}/new/{kind}";

    public string Change(Revision revision) => At($"{Root}/history/{revision}");

    public string Undo(Revision revision) => $"{Root}/undo/{revision}";

    public string Entity(Entity entity) => At(Plain(entity));

    public string Relation(Relation relation) => At(Page(relation));

    public string HistoryOf(Relation relation) => At($"{Page(relation)}/history");

    /// <summary>The page of a relation without a moment.</summary>
    public string Page(Relation relation) => $"{Root}/r/{relation.Id}";

    public string Peek(Entity entity) => At($"{Root}/peek/{Name(entity)}");

    public string TraceOf(Entity entity) => At($"{Plain(entity)}/trace");

    public string HistoryOf(Entity entity) => At($"{Plain(entity)}/history");

    /// <summary>A form or an action of an entity; it always speaks of now.</summary>
    public string Act(Entity entity, string action) => $"{Plain(entity)}/{action}";

    /// <summary>The page of an entity without a moment: who follows it adds their own.</summary>
    public string Page(Entity entity) => Plain(entity);

    public string Edit(Entity entity, string field) => $"{Plain(entity)}/edit?field={Uri.EscapeDataString(field)}";

    public string Compare(string from, string to) =>
        $"{Root}/compare?from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}";

    /// <summary>An address with the moment and more.</summary>
    public string At(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var parts = new List<string>();
        if (Moment.Length > 0)
            parts.Add(Moment);
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    private string Saved(string key) => $"{Root}/v/{Uri.EscapeDataString(key)}";

    private string Plain(Entity entity) => $"{Root}/e/{Name(entity)}";

    private static string Name(Entity entity) =>
        Uri.EscapeDataString(entity.ToString()).Replace("%3A", ":", StringComparison.Ordinal);
}
