namespace Stance;

/// <summary>How a span of text refers to an actor.</summary>
public enum MentionKind
{
    /// <summary>The country's or bloc's name.</summary>
    Name,

    /// <summary>An adjective or noun of nationality.</summary>
    Demonym,

    /// <summary>The capital, by which a government is often meant.</summary>
    Capital,

    /// <summary>A seat of power or institution whose bare name means a state (the Kremlin).</summary>
    Seat,

    /// <summary>An office or institution together with the state it belongs to.</summary>
    Office,

    /// <summary>The name of somebody who held an office on the article's date.</summary>
    Holder,

    /// <summary>A name that the article itself ties to a state, such as the surname of a minister introduced earlier.</summary>
    LearntName,

    /// <summary>An office or institution without its state, resolved to the actor that it last went with.</summary>
    Coreference,
}

/// <summary>A span of text that refers to an actor.</summary>
/// <param name="Actor">The actor referred to.</param>
/// <param name="Span">Where, in the article's text.</param>
/// <param name="Kind">By what.</param>
/// <param name="Text">The words.</param>
public sealed record ActorMention(Actor Actor, TextSpan Span, MentionKind Kind, string Text);
