/*
 * Composed for this project from habits that every published list of leaked passwords shows; copied from none of
 * them. Words stand alone or with digits and signs around them (`password123!`), which `isCommonPassword` undoes.
 */

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** What people make passwords of. Lower case, without digits; a pair or repetition of them is as weak as one. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  wordsOf(`
    password passwords passwort passwd passphrase pass pwd parola parole contrasena contrasenya senha motdepasse
    wachtwoord losenord lozinka haslo sifre salasana adgangskode kennwort geheim secret topsecret mysecret
    mypassword mypass newpassword oldpassword yourpassword thepassword nopassword changeme changeit changethis
    change default temp temporary temppass initial init setup letmein letmeinnow openup opensesame sesame access
    accessgranted admin administrator adminadmin administrador root rootroot toor superuser super superadmin
    sysadmin system systems master masterkey manager user username userpass guest visitor test testing tester
    testtest testpassword demo sample example login logon signin signup welcome welcomehome welcomeback hello
    helloworld hellohello goodbye whatever nothing something anything everything whoami trustme trustno
    trustnoone iloveyou iloveme iloveu ilovejesus ilovegod ilovemymom ilovemyself iloveyoubaby iloveyousomuch
    loveyou loveme lovelove love lover lovers loveyouforever forever foreverlove always babygirl babyboy baby
    babylove honey honeybunny sweetheart sweetie sweety darling angel angels princess prince queen king kings
    beautiful gorgeous handsome pretty cutie sexy sexygirl playboy bitch fuckyou fuckme fuckoff fuck asshole
    bullshit shithead monkey monkeys dragon dragons tiger tigers lion lions eagle eagles falcon falcons panther
    panthers wolf wolves wildcats bear bears shark dolphin dolphins horse horses puppy doggy doggie kitty kitten
    kittycat butterfly ladybug rabbit turtle penguin chicken spider scorpion phoenix unicorn football footballs
    soccer baseball basketball softball hockey tennis golf golfer volleyball cricket rugby swimming running
    skating surfing fishing hunting racing nascar ferrari porsche lamborghini mercedes mustang corvette camaro
    chevrolet chevy toyota honda yamaha kawasaki harley harleydavidson ducati suzuki nissan subaru audi
    liverpool arsenal chelsea manchester manchesterunited manutd barcelona barca realmadrid madrid juventus
    milan inter bayern bayernmunich dortmund celtic rangers lakers yankees redsox cowboys dallas steelers
    packers patriots raiders dodgers giants broncos superman batman spiderman ironman wonderwoman hulk joker
    avengers starwars skywalker darthvader vader yoda jedi startrek matrix neo trinity morpheus gandalf frodo
    hobbit middleearth harrypotter hogwarts dumbledore pokemon pikachu naruto sasuke goku dragonball sonic
    mario luigi nintendo playstation xbox gameboy minecraft fortnite roblox zelda warcraft starcraft counterstrike
    callofduty leagueoflegends runescape final fantasy finalfantasy snoopy garfield scooby scoobydoo mickey
    mickeymouse minnie winnie tigger pooh tinkerbell cinderella barbie disney simpsons homer bart metallica
    nirvana slipknot greenday blink beatles eminem tupac biggie madonna britney elvis queenofhearts rockstar
    rocknroll rock music guitar drummer piano jazz hiphop dancing dancer michael jordan michaeljordan jackson
    michaeljackson jennifer jessica ashley amanda nicole daniel daniela andrew joshua matthew anthony
    christopher christian christina elizabeth alexander alexandra alexandre robert charlie charles thomas
    william richard joseph david james john jonathan benjamin samantha stephanie michelle melissa victoria
    vanessa sabrina sophie sophia olivia emma hannah sarah rachel rebecca maria mary patricia barbara george
    edward steven brandon justin tyler austin hunter jordans taylor madison morgan maggie buster ginger pepper
    cookie cookies chocolate cheese cheesecake banana bananas apple apples orange oranges strawberry cherry
    peanut peanutbutter pumpkin pickle popcorn pizza coffee whiskey vodka tequila beer budweiser cocacola coke
    pepsi snickers candy sugar spice cinnamon vanilla sunshine sunflower flower flowers rose roses lily daisy
    jasmine summer winter spring autumn fall january february march april may june july august september
    october november december monday tuesday wednesday thursday friday saturday sunday christmas halloween
    easter birthday happybirthday holiday vacation weekend today tomorrow yesterday morning midnight moonlight
    starlight stars star moon rainbow heaven heavenly hell devil lucifer satan demon jesus jesuschrist christ
    jesuslovesme jesussaves godisgood godislove godbless blessed blessing faith hope grace church bible praise
    hallelujah allah mohammed muhammad bismillah inshallah buddha krishna america american usa newyork
    newyorkcity california losangeles sanfrancisco chicago boston texas florida miami lasvegas vegas london
    england britain scotland ireland france paris germany deutschland berlin hamburg schatz schalke italy italia
    roma napoli spain espana mexico brasil brazil portugal argentina colombia canada toronto australia sydney
    india indian pakistan philippines indonesia jakarta malaysia singapore vietnam thailand china beijing
    shanghai hongkong japan tokyo korea seoul russia moscow ukraine poland polska turkey istanbul galatasaray
    fenerbahce besiktas egypt nigeria africa computer computers laptop internet network server desktop keyboard
    monitor printer windows microsoft google facebook twitter instagram youtube linkedin amazon apple netflix
    yahoo gmail hotmail samsung iphone android nokia motorola sony dell cisco oracle linux ubuntu debian
    database postgres mysql mongodb developer programmer software hardware hacker hacked hacking matrixx cyber
    security secure private office work business company money dollar dollars million millionaire billion rich
    cash bitcoin crypto lottery winner winning champion champions victory success lucky luckyme freedom liberty
    peace power powerful energy thunder lightning storm hurricane tornado fire fireman firefighter police
    soldier army navy marine marines airforce ranger sniper killer warrior ninja samurai pirate pirates
    knight wizard merlin magic magician mystery shadow shadows ghost zombie vampire twilight darkness dark
    black white red green blue purple pink yellow silver gold golden diamond diamonds crystal platinum family
    mother father mommy daddy mama papa mom dad sister brother grandma grandpa friend friends friendship
    bestfriend bestfriends bestie school college university student teacher doctor nurse lawyer engineer
    house home homesweethome garden kitchen garage basement workshop warehouse inventory storage stowage
    qwerty qwert qwertyui qwertyuiop azerty azertyuiop qwertz qwertzuiop asdf asdfg asdfgh asdfghjkl zxcv zxcvb
    zxcvbn zxcvbnm abc abcd abcde abcdef abcdefg abcdefgh
  `),
);

/** Paths a finger takes over the keys, in both directions; a password that is a stretch of one is refused. */
export const KEYBOARD_WALKS: readonly string[] = wordsOf(`
  1234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn
  qwertyuiopasdfghjklzxcvbnm 1234567890qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm
  azertyuiopqsdfghjklmwxcvbn 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p qazwsxedcrfvtgbyhnujmikolp
  1qazxsw23edcvfr45tgbnhy67ujm 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8o9p0 qawsedrftgyhujikolp
  zaq12wsxcde34rfvbgt56yhnmju7 1a2s3d4f5g6h7j8k9l a1s2d3f4g5h6j7k8l9 1z2x3c4v5b6n7m z1x2c3v4b5n6m7
  a1b2c3d4e5f6g7h8i9j0 1a2b3c4d5e6f7g8h9i0j abc123def456ghi789 123abc456def789ghi
  qwe123asd456zxc789 123qwe456asd789zxc qweasdzxc qweasdzxcrtyfghvbn 147258369 741852963 159357 789456123 963852741
  31415926535897932384 27182818284590452353 1123581321345589144
  !@#$%^&*()_+ !"§$%&/()= abcdefghijklmnopqrstuvwxyz 01234567890123456789 12345678910111213141516171819
`);
