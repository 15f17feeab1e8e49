using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>How personal values are closed and opened: the key ring of the workspace, as two functions.</summary>
/// <param name="Seal">Closes a value under the key of its subject, making the key if need be.</param>
/// <param name="Open">Fills the clear value while the key exists.</param>
public sealed record PersonalKeys(Func<Id, Value, Value.Personal> Seal, Func<Value.Personal, Value.Personal> Open);
