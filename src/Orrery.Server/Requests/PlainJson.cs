using System.Text.Json.Serialization;

namespace Orrery.Server;

// Every address asks how an object is written, also where none ever is: finding that out at run time makes a converter for each type there is.
[JsonSerializable(typeof(object))]
internal sealed partial class PlainJson : JsonSerializerContext;
