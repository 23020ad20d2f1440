using System.Collections.Frozen;

namespace Bubblescript.Matching;

/// <summary>Irregular English forms: each line is a dictionary form and the forms that stand for it.</summary>
internal static class EnglishIrregularForms
{
    private const string Table = """
        be is are am was were been being
        have has had having
        do does did done doing
        go goes went gone going
        get gets got gotten getting
        make makes made making
        take takes took taken taking
        come comes came coming
        see sees saw seen seeing
        know knows knew known
        give gives gave given giving
        find finds found
        think thinks thought
        tell tells told
        become becomes became becoming
        leave leaves left leaving
        feel feels felt
        bring brings brought bringing
        begin begins began begun beginning
        keep keeps kept
        hold holds held
        write writes wrote written writing
        stand stands stood
        hear hears heard
        let lets letting
        mean means meant
        set sets setting
        meet meets met
        run runs ran running
        pay pays paid
        sit sits sat sitting
        speak speaks spoke spoken
        lie lies lay lain lying
        lay lays laid
        lead leads led
        read reads
        grow grows grew grown
        lose loses lost losing
        fall falls fell fallen
        send sends sent
        build builds built
        understand understands understood
        draw draws drew drawn
        break breaks broke broken
        spend spends spent
        cut cuts cutting
        rise rises rose risen rising
        drive drives drove driven driving
        buy buys bought
        wear wears wore worn
        choose chooses chose chosen choosing
        eat eats ate eaten
        drink drinks drank drunk
        sing sings sang sung singing
        swim swims swam swum swimming
        ring rings rang rung ringing
        sleep sleeps slept
        teach teaches taught
        catch catches caught
        fight fights fought
        seek seeks sought
        sell sells sold
        win wins won winning
        throw throws threw thrown
        fly flies flew flown
        show shows showed shown
        forget forgets forgot forgotten forgetting
        ride rides rode ridden riding
        hide hides hid hidden hiding
        bite bites bit bitten biting
        steal steals stole stolen
        shake shakes shook shaken shaking
        wake wakes woke woken waking
        hit hits hitting
        put puts putting
        hurt hurts
        shut shuts shutting
        quit quits quitting
        cost costs
        bet bets betting
        light lights lit
        lend lends lent
        bend bends bent
        shoot shoots shot
        stick sticks stuck
        strike strikes struck striking
        swear swears swore sworn
        tear tears tore torn
        freeze freezes froze frozen freezing
        blow blows blew blown
        bear bears bore borne
        beat beats beaten
        bleed bleeds bled
        feed feeds fed
        dig digs dug digging
        hang hangs hung
        shine shines shone shining
        sink sinks sank sunk
        spin spins spun spinning
        spread spreads
        sweep sweeps swept
        weep weeps wept
        bind binds bound
        deal deals dealt
        dream dreams dreamt dreamed
        learn learns learnt learned
        burn burns burnt burned
        spell spells spelt spelled
        smell smells smelt smelled
        die dies died dying
        tie ties tied tying
        use uses used using
        say says said saying
        want wants wanted wanting
        undo undoes undid undone
        withdraw withdraws withdrew withdrawn
        forgive forgives forgave forgiven forgiving
        mistake mistakes mistook mistaken mistaking
        overcome overcomes overcame overcoming
        prove proves proved proven proving
        flee flees fled
        split splits splitting
        swing swings swung
        awake awakes awoke awoken awaking
        arise arises arose arisen arising
        man men
        woman women
        person people
        child children
        foot feet
        tooth teeth
        goose geese
        mouse mice
        life lives
        wife wives
        knife knives
        half halves
        leaf leaves
        shelf shelves
        wolf wolves
        thief thieves
        loaf loaves
        analysis analyses
        crisis crises
        """;

    /// <summary>The dictionary forms of every irregular form.</summary>
    public static FrozenDictionary<string, string[]> Read()
    {
        Dictionary<string, string[]> lemmas = new(StringComparer.Ordinal);
        foreach (string line in Table.Split('\n'))
        {
            string[] words = line.TrimEnd('\r').Split(' ');
            foreach (string form in words.AsSpan(1))
            {
                lemmas[form] = lemmas.TryGetValue(form, out string[]? others) ? [.. others, words[0]] : [words[0]];
            }
        }

        return lemmas.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
