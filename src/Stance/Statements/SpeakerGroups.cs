namespace Stance;

/// <summary>Puts joint speakers together: names in a list, the members of a subject that is no actor, two named as «the two sides», the agent of a passive, and who does likewise.</summary>
internal sealed class SpeakerGroups(MarkedText text)
{
    /// <summary>A mention and those listed after it: «روسيا والصين وإيران».</summary>
    public List<Speaker> Joined(int k, Attribution how, float confidence)
    {
        var speakers = new List<Speaker> { new(text.Mentions[k].Actor, confidence, how, k) };
        for (var next = k + 1; next < text.Mentions.Count && text.Mentions[next].JoinsPrevious && speakers.Count < 12; next++)
            if (text.Mentions[next].IsState && speakers.TrueForAll(p => p.Actor != text.Mentions[next].Actor))
                speakers.Add(new Speaker(text.Mentions[next].Actor, confidence * 0.95f, how, next));
        return speakers;
    }

    /// <summary>A mention that ends a list and those listed before it, the last first.</summary>
    public List<Speaker> JoinedBack(int k, Attribution how, float confidence)
    {
        var first = k;
        while (first > 0 && text.Mentions[first].JoinsPrevious)
            first--;
        var speakers = new List<Speaker>();
        for (var i = k; i >= first; i--)
            if (text.Mentions[i].IsState && speakers.TrueForAll(p => p.Actor != text.Mentions[i].Actor))
                speakers.Add(new Speaker(text.Mentions[i].Actor, confidence, how, i));
        return speakers;
    }

    /// <summary>Those who are counted among a subject that is itself no actor: «صوتت عشر دول، منها الهند والبرازيل»; «بينهم», among them.</summary>
    public List<Speaker> Members(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!text.Tokens[i].IsWord || text.Word(i) is not ("منها" or "ومنها" or "مقدمتها" or "مقدمتهم" or "راسها" or "راسهم" or "منهم" or "ومنهم" or "بينها" or "وبينها" or "بينهم" or "وبينهم" or "ابرزها" or "including" or "among"))
                continue;
            var next = i + (text.Word(i).SequenceEqual("among") && i + 1 < end && text.Word(i + 1).SequenceEqual("them") ? 2 : 1);
            if (next < end && text.Word(next).SequenceEqual("the"))
                next++;
            if (next < end && text.MentionAt(next) is >= 0 and var k && text.Mentions[k].First == next && text.Mentions[k].IsState && !text.Mentions[k].IsAttributive)
                return Joined(k, Attribution.Subject, 0.8f);
        }
        return [];
    }

    private static readonly WordSet Pairs = ["الجانبان", "الطرفان", "البلدان", "الدولتان", "الزعيمان", "الرييسان", "الوزيران", "الحكومتان", "العاصمتان", "الوفدان", "الرجلان", "المسوولان", "الحليفان"];

    /// <summary>«الجانبان», «الرئيسان»: the two states named last.</summary>
    public List<Speaker> Pair(int token)
    {
        if (!text.Tokens[token].IsWord || !Pairs.Contains(text.Word(token)))
            return [];
        // «الرئيسان التركي والروسي» says which two.
        if (token + 1 < text.Tokens.Count && text.MentionAt(token + 1) is >= 0 and var named && text.Mentions[named].IsState)
            for (var k = named + 1; k < Math.Min(named + 3, text.Mentions.Count) && text.Mentions[k].First - text.Mentions[k - 1].End <= 1; k++)
                if (text.Mentions[k].IsState && text.Word(text.Mentions[k].First)[0] == 'و' && text.Mentions[k].Actor != text.Mentions[named].Actor)
                    return [new Speaker(text.Mentions[named].Actor, 0.9f, Attribution.Subject, named), new Speaker(text.Mentions[k].Actor, 0.9f, Attribution.Subject, k)];
        var pair = new List<Speaker>();
        for (var k = text.Mentions.Count - 1; k >= 0 && pair.Count < 2; k--)
            if (text.Mentions[k].End <= token && text.Mentions[k].IsState && text.Mentions[k].Confidence >= 0.5f && pair.TrueForAll(p => p.Actor != text.Mentions[k].Actor))
                pair.Add(new Speaker(text.Mentions[k].Actor, 0.7f, Attribution.Subject, k));
        return pair;
    }

    /// <summary>«فُرضت … من قبل واشنطن», «على يد القوات الروسية»: the agent of a passive.</summary>
    public void AddPassiveAgent(CueHit cue, int end, List<Speaker> speakers)
    {
        for (var i = cue.End; i < end - 1; i++)
        {
            if (text.MentionAt(i) is not (>= 0 and var k) || text.Mentions[k].First != i || !text.IsPassiveAgent(i) || !text.Mentions[k].IsState)
                continue;
            // «رفض أي تدخل من جانب إيران»: whose an indefinite noun is, not who does all of it.
            var owns = text.IsArabic && i - 3 >= cue.End && !text.Word(i - 3).StartsWith("ال");
            foreach (var speaker in owns ? Joined(k, Attribution.Embedded, 0.5f) : Joined(k, Attribution.Subject, 0.8f))
                if (speakers.TrueForAll(p => p.Actor != speaker.Actor))
                    speakers.Add(speaker);
            return;
        }
    }

    /// <summary>«… ، وكذلك ماليزيا وتركيا», «وتبعتها الإمارات والبحرين»: who does likewise does it with the speaker.</summary>
    public List<Speaker> WithLikeMinded(int first, int end, List<Speaker> speakers)
    {
        if (speakers.Count == 0)
            return speakers;
        // A list of its own: who goes on in the next sentence is the first speaker alone.
        speakers = [.. speakers];
        for (var i = first + 1; i < end; i++)
        {
            if (text.Marker(i, MarkerClass.Likewise) is not { } hit
                || !(text.Tokens[i - 1].Kind == TokenKind.Comma || (hit.Taken & Clitic.Conjunction) != 0 || text.Word(i - 1) is "ثم" or "and"))
                continue;
            for (var next = hit.End; next < Math.Min(hit.End + 3, end) && text.Tokens[next].IsWord; next++)
            {
                if (text.MentionAt(next) is not (>= 0 and var k))
                    continue;
                if (text.Mentions[k].IsState && !text.Mentions[k].AfterPreposition && !text.Mentions[k].IsPlace)
                    foreach (var speaker in Joined(k, Attribution.Subject, speakers.Max(p => p.Confidence) * 0.95f))
                        if (speakers.TrueForAll(p => p.Actor != speaker.Actor))
                            speakers.Add(speaker);
                break;
            }
        }
        return speakers;
    }

    /// <summary>The same speakers, found in another way and less surely; who falls below 0.1 is left out.</summary>
    public static List<Speaker> Downgrade(List<Speaker> speakers, Attribution how, float factor)
    {
        var result = new List<Speaker>(speakers.Count);
        foreach (var speaker in speakers)
            if (speaker.Confidence * factor >= 0.1f)
                result.Add(speaker with { Confidence = speaker.Confidence * factor, How = how });
        return result;
    }

    /// <summary>Adds the subject of what somebody else reports, less surely, where it is not yet among the speakers.</summary>
    public static void AddEmbedded(List<Speaker> speakers, List<Speaker> subject, float factor)
    {
        foreach (var speaker in subject)
            if (speakers.TrueForAll(p => p.Actor != speaker.Actor))
                speakers.Add(speaker with { Confidence = speaker.Confidence * factor, How = Attribution.Embedded });
    }
}
