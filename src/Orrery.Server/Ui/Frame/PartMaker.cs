namespace Orrery.Server;

/// <summary>Makes the parts of a page by their constructors. The usual maker compiles a function for each part, which a first page waits for.</summary>
internal sealed class PartMaker : IComponentActivator
{
    /// <inheritdoc/>
    public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
}
