namespace Orrery.Graph;

/// <summary>One thing in which two readings differ.</summary>
public abstract record Difference
{
    private Difference() { }

    /// <summary>The entity or relation it is about.</summary>
    public abstract Id Subject { get; }

    /// <summary>An entity is there only in the later reading.</summary>
    public sealed record EntityCame(Entity Entity) : Difference
    {
        /// <inheritdoc/>
        public override Id Subject => Entity.Id;
    }

    /// <summary>An entity is there only in the earlier reading.</summary>
    public sealed record EntityWent(Entity Entity) : Difference
    {
        /// <inheritdoc/>
        public override Id Subject => Entity.Id;
    }

    /// <summary>A relation is there only in the later reading.</summary>
    public sealed record RelationCame(Relation Relation) : Difference
    {
        /// <inheritdoc/>
        public override Id Subject => Relation.Id;
    }

    /// <summary>A relation is there only in the earlier reading.</summary>
    public sealed record RelationWent(Relation Relation) : Difference
    {
        /// <inheritdoc/>
        public override Id Subject => Relation.Id;
    }

    /// <summary>A field of an entity that is there in both has another value.</summary>
    public sealed record FieldChanged(Entity Entity, string Field, Value Was, Value Now) : Difference
    {
        /// <inheritdoc/>
        public override Id Subject => Entity.Id;
    }

    /// <summary>A field of a relation that is there in both has another value.</summary>
    public sealed record RelationFieldChanged(Relation Relation, string Field, Value Was, Value Now) : Difference
    {
        /// <inheritdoc/>
        public override Id Subject => Relation.Id;
    }

    /// <summary>An entity that is there in both is of another kind (in an open workspace: has other labels, named with commas).</summary>
    public sealed record KindChanged(Entity Entity, string Was, string Now) : Difference
    {
        /// <inheritdoc/>
        public override Id Subject => Entity.Id;
    }
}
