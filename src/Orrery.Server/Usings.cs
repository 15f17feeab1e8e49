global using Microsoft.AspNetCore.Components;
global using Microsoft.Extensions.DependencyInjection;
global using FieldDefinition = Orrery.Graph.FieldDefinition;
global using FieldKind = Orrery.Graph.FieldKind;
