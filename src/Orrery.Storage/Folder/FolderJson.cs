using System.Text.Json.Serialization;

namespace Orrery.Storage;

// Written out while building: reading the type at run time costs every start 80 methods that are compiled then.
[JsonSerializable(typeof(FolderOwner))]
internal sealed partial class FolderJson : JsonSerializerContext;
