namespace Orrery.Query;

/// <summary>A field as a query names it.</summary>
/// <param name="Name">The field's symbol.</param>
/// <param name="Number">Its number in the branch, or -1 where nothing has it yet.</param>
internal sealed record PropertyKey(string Name, int Number);
