extension LensTable {
    /// Lenses by LensType of CameraSettings (tag 0x0001).
    ///
    /// Keys: the number in decimal.
    static let canon = LensTable(
        """
        1=Canon EF 50mm f/1.8;2=Canon EF 28mm f/2.8;2=Sigma 24mm f/2.8 Super Wide II;3=Canon EF 135mm f/2.8 Soft;\
        4=Canon EF 35-105mm f/3.5-4.5;4=Sigma UC Zoom 35-135mm f/4-5.6;5=Canon EF 35-70mm f/3.5-4.5;\
        6=Canon EF 28-70mm f/3.5-4.5;6=Sigma 18-50mm f/3.5-5.6 DC;6=Sigma 18-125mm f/3.5-5.6 DC IF ASP;\
        6=Tokina AF 193-2 19-35mm f/3.5-4.5;6=Sigma 28-80mm f/3.5-5.6 II Macro;6=Sigma 28-300mm f/3.5-6.3 DG Macro;\
        7=Canon EF 100-300mm f/5.6L;8=Canon EF 100-300mm f/5.6;8=Sigma 70-300mm f/4-5.6 [APO] DG Macro;\
        8=Tokina AT-X 242 AF 24-200mm f/3.5-5.6;9=Canon EF 70-210mm f/4;9=Sigma 55-200mm f/4-5.6 DC;\
        10=Canon EF 50mm f/2.5 Macro;10=Sigma 50mm f/2.8 EX;10=Sigma 28mm f/1.8;10=Sigma 105mm f/2.8 Macro EX;\
        10=Sigma 70mm f/2.8 EX DG Macro EF;11=Canon EF 35mm f/2;13=Canon EF 15mm f/2.8 Fisheye;\
        14=Canon EF 50-200mm f/3.5-4.5L;15=Canon EF 50-200mm f/3.5-4.5;16=Canon EF 35-135mm f/3.5-4.5;\
        17=Canon EF 35-70mm f/3.5-4.5A;18=Canon EF 28-70mm f/3.5-4.5;20=Canon EF 100-200mm f/4.5A;\
        21=Canon EF 80-200mm f/2.8L;22=Canon EF 20-35mm f/2.8L;22=Tokina AT-X 280 AF Pro 28-80mm f/2.8 Aspherical;\
        23=Canon EF 35-105mm f/3.5-4.5;24=Canon EF 35-80mm f/4-5.6 Power Zoom;25=Canon EF 35-80mm f/4-5.6 Power Zoom;\
        26=Canon EF 100mm f/2.8 Macro;26=Cosina 100mm f/3.5 Macro AF;26=Tamron SP AF 90mm f/2.8 Di Macro;\
        26=Tamron SP AF 180mm f/3.5 Di Macro;26=Carl Zeiss Planar T* 50mm f/1.4;\
        26=Voigtlander APO Lanthar 125mm F2.5 SL Macro;26=Carl Zeiss Planar T 85mm f/1.4 ZE;\
        27=Canon EF 35-80mm f/4-5.6;28=Canon EF 80-200mm f/4.5-5.6;28=Tamron SP AF 28-105mm f/2.8 LD Aspherical IF;\
        28=Tamron SP AF 28-75mm f/2.8 XR Di LD Aspherical [IF] Macro;28=Tamron AF 70-300mm f/4-5.6 Di LD 1:2 Macro;\
        28=Tamron AF Aspherical 28-200mm f/3.8-5.6;29=Canon EF 50mm f/1.8 II;30=Canon EF 35-105mm f/4.5-5.6;\
        31=Canon EF 75-300mm f/4-5.6;31=Tamron SP AF 300mm f/2.8 LD IF;32=Canon EF 24mm f/2.8;\
        32=Sigma 15mm f/2.8 EX Fisheye;33=Voigtlander Ultron 40mm f/2 SLII Aspherical;\
        33=Carl Zeiss Distagon T* 35mm f/1.4 ZE;33=Carl Zeiss Planar T* 50mm f/1.4 ZE;\
        33=Carl Zeiss Makro-Planar T* 50mm f/2 ZE;33=Carl Zeiss Makro-Planar T* 100mm f/2 ZE;\
        33=Carl Zeiss Apo-Sonnar T* 135mm f/2 ZE;33=Voigtlander Color Skopar 20mm f/3.5 SLII Aspherical;\
        33=Voigtlander APO-Lanthar 90mm f/3.5 SLII Close Focus;33=Carl Zeiss Distagon T* 15mm f/2.8 ZE;\
        33=Carl Zeiss Distagon T* 18mm f/3.5 ZE;33=Carl Zeiss Distagon T* 21mm f/2.8 ZE;\
        33=Carl Zeiss Distagon T* 25mm f/2 ZE;33=Carl Zeiss Distagon T* 28mm f/2 ZE;\
        33=Carl Zeiss Distagon T* 35mm f/2 ZE;35=Canon EF 35-80mm f/4-5.6;36=Canon EF 38-76mm f/4.5-5.6;\
        37=Canon EF 35-80mm f/4-5.6;37=Tamron 70-200mm f/2.8 Di LD IF Macro;\
        37=Tamron AF 28-300mm f/3.5-6.3 XR Di VC LD Aspherical [IF] Macro (A20);\
        37=Tamron SP AF 17-50mm f/2.8 XR Di II VC LD Aspherical [IF];\
        37=Tamron AF 18-270mm f/3.5-6.3 Di II VC LD Aspherical [IF] Macro;38=Canon EF 80-200mm f/4.5-5.6 II;\
        39=Canon EF 75-300mm f/4-5.6;40=Canon EF 28-80mm f/3.5-5.6;41=Canon EF 28-90mm f/4-5.6;\
        42=Canon EF 28-200mm f/3.5-5.6;42=Tamron AF 28-300mm f/3.5-6.3 XR Di VC LD Aspherical [IF] Macro (A20);\
        43=Canon EF 28-105mm f/4-5.6;44=Canon EF 90-300mm f/4.5-5.6;45=Canon EF-S 18-55mm f/3.5-5.6 [II];\
        46=Canon EF 28-90mm f/4-5.6;47=Zeiss Milvus 50mm f/2 Makro;47=Zeiss Milvus 135mm f/2 ZE;\
        48=Canon EF-S 18-55mm f/3.5-5.6 IS;49=Canon EF-S 55-250mm f/4-5.6 IS;50=Canon EF-S 18-200mm f/3.5-5.6 IS;\
        51=Canon EF-S 18-135mm f/3.5-5.6 IS;52=Canon EF-S 18-55mm f/3.5-5.6 IS II;53=Canon EF-S 18-55mm f/3.5-5.6 III;\
        54=Canon EF-S 55-250mm f/4-5.6 IS II;60=Irix 11mm f/4;63=Irix 30mm F1.4 Dragonfly;\
        80=Canon TS-E 50mm f/2.8L Macro;81=Canon TS-E 90mm f/2.8L Macro;82=Canon TS-E 135mm f/4L Macro;\
        94=Canon TS-E 17mm f/4L;95=Canon TS-E 24mm f/3.5L II;103=Rokinon SP 14mm f/2.4;103=Rokinon AF 14mm f/2.8 EF;\
        106=Rokinon SP / Samyang XP 35mm f/1.2;112=Sigma 28mm f/1.5 FF High-speed Prime;\
        112=Sigma 40mm f/1.5 FF High-speed Prime;112=Sigma 105mm f/1.5 FF High-speed Prime;\
        117=Tamron 35-150mm f/2.8-4.0 Di VC OSD (A043);117=Tamron SP 35mm f/1.4 Di USD (F045);\
        124=Canon MP-E 65mm f/2.8 1-5x Macro Photo;125=Canon TS-E 24mm f/3.5L;126=Canon TS-E 45mm f/2.8;\
        127=Canon TS-E 90mm f/2.8;127=Tamron 18-200mm f/3.5-6.3 Di II VC (B018);129=Canon EF 300mm f/2.8L USM;\
        130=Canon EF 50mm f/1.0L USM;131=Canon EF 28-80mm f/2.8-4L USM;131=Sigma 8mm f/3.5 EX DG Circular Fisheye;\
        131=Sigma 17-35mm f/2.8-4 EX DG Aspherical HSM;131=Sigma 17-70mm f/2.8-4.5 DC Macro;\
        131=Sigma APO 50-150mm f/2.8 [II] EX DC HSM;131=Sigma APO 120-300mm f/2.8 EX DG HSM;\
        131=Sigma 4.5mm f/2.8 EX DC HSM Circular Fisheye;131=Sigma 70-200mm f/2.8 APO EX HSM;\
        131=Sigma 28-70mm f/2.8-4 DG;132=Canon EF 1200mm f/5.6L USM;134=Canon EF 600mm f/4L IS USM;\
        135=Canon EF 200mm f/1.8L USM;136=Canon EF 300mm f/2.8L USM;136=Tamron SP 15-30mm f/2.8 Di VC USD (A012);\
        137=Canon EF 85mm f/1.2L USM;137=Sigma 18-50mm f/2.8-4.5 DC OS HSM;137=Sigma 8-16mm f/4.5-5.6 DC HSM;\
        137=Tamron SP 17-50mm f/2.8 XR Di II VC (B005);137=Tamron SP 60mm f/2 Macro Di II (G005);\
        137=Sigma 10-20mm f/3.5 EX DC HSM;137=Tamron SP 24-70mm f/2.8 Di VC USD;137=Sigma 18-35mm f/1.8 DC HSM;\
        137=Sigma 12-24mm f/4.5-5.6 DG HSM II;137=Sigma 70-300mm f/4-5.6 DG OS;137=Sigma 50-200mm f/4-5.6 DC OS HSM;\
        137=Sigma 18-250mm f/3.5-6.3 DC OS HSM;137=Sigma 24-70mm f/2.8 IF EX DG HSM;\
        137=Sigma 18-125mm f/3.8-5.6 DC OS HSM;137=Sigma 17-70mm f/2.8-4 DC Macro OS HSM | C;\
        137=Sigma 17-50mm f/2.8 OS HSM;137=Sigma 18-200mm f/3.5-6.3 DC OS HSM [II];\
        137=Tamron AF 18-270mm f/3.5-6.3 Di II VC PZD (B008);138=Canon EF 28-80mm f/2.8-4L;\
        139=Canon EF 400mm f/2.8L USM;140=Canon EF 500mm f/4.5L USM;141=Canon EF 500mm f/4.5L USM;\
        142=Canon EF 300mm f/2.8L IS USM;143=Canon EF 500mm f/4L IS USM;143=Sigma 17-70mm f/2.8-4 DC Macro OS HSM;\
        144=Canon EF 35-135mm f/4-5.6 USM;145=Canon EF 100-300mm f/4.5-5.6 USM;146=Canon EF 70-210mm f/3.5-4.5 USM;\
        147=Canon EF 35-135mm f/4-5.6 USM;148=Canon EF 28-80mm f/3.5-5.6 USM;149=Canon EF 100mm f/2 USM;\
        150=Canon EF 14mm f/2.8L USM;150=Sigma 20mm EX f/1.8;150=Sigma 30mm f/1.4 DC HSM;\
        150=Sigma 24mm f/1.8 DG Macro EX;150=Sigma 28mm f/1.8 DG Macro EX;150=Sigma 18-35mm f/1.8 DC HSM | A;\
        151=Canon EF 200mm f/2.8L USM;152=Canon EF 300mm f/4L IS USM;152=Sigma 12-24mm f/4.5-5.6 EX DG ASPHERICAL HSM;\
        152=Sigma 14mm f/2.8 EX Aspherical HSM;152=Sigma 10-20mm f/4-5.6;152=Sigma 100-300mm f/4;\
        152=Sigma 300-800mm f/5.6 APO EX DG HSM;153=Canon EF 35-350mm f/3.5-5.6L USM;\
        153=Sigma 50-500mm f/4-6.3 APO HSM EX;153=Tamron AF 28-300mm f/3.5-6.3 XR LD Aspherical [IF] Macro;\
        153=Tamron AF 18-200mm f/3.5-6.3 XR Di II LD Aspherical [IF] Macro (A14);\
        153=Tamron 18-250mm f/3.5-6.3 Di II LD Aspherical [IF] Macro;154=Zeiss Milvus 21mm f/2.8;\
        154=Zeiss Milvus 15mm f/2.8 ZE;154=Zeiss Milvus 18mm f/2.8 ZE;155=Canon EF 85mm f/1.8 USM;\
        155=Sigma 14mm f/1.8 DG HSM | A;156=Canon EF 28-105mm f/3.5-4.5 USM;\
        156=Tamron SP 70-300mm f/4-5.6 Di VC USD (A005);156=Tamron SP AF 28-105mm f/2.8 LD Aspherical IF (176D);\
        160=Canon EF 20-35mm f/3.5-4.5 USM;160=Tamron AF 19-35mm f/3.5-4.5;160=Tokina AT-X 124 AF Pro DX 12-24mm f/4;\
        160=Tokina AT-X 107 AF DX 10-17mm f/3.5-4.5 Fisheye;160=Tokina AT-X 116 AF Pro DX 11-16mm f/2.8;\
        160=Tokina AT-X 11-20 F2.8 PRO DX Aspherical 11-20mm f/2.8;161=Canon EF 28-70mm f/2.8L USM;\
        161=Sigma 24-70mm f/2.8 EX;161=Sigma 28-70mm f/2.8 EX;161=Sigma 24-60mm f/2.8 EX DG;\
        161=Tamron AF 17-50mm f/2.8 Di-II LD Aspherical;161=Tamron 90mm f/2.8;\
        161=Tamron SP AF 17-35mm f/2.8-4 Di LD Aspherical IF (A05);\
        161=Tamron SP AF 28-75mm f/2.8 XR Di LD Aspherical [IF] Macro;161=Tokina AT-X 24-70mm f/2.8 PRO FX (IF);\
        162=Canon EF 200mm f/2.8L USM;163=Canon EF 300mm f/4L;164=Canon EF 400mm f/5.6L;\
        165=Canon EF 70-200mm f/2.8L USM;166=Canon EF 70-200mm f/2.8L USM + 1.4x;\
        167=Canon EF 70-200mm f/2.8L USM + 2x;168=Canon EF 28mm f/1.8 USM;168=Sigma 50-100mm f/1.8 DC HSM | A;\
        169=Canon EF 17-35mm f/2.8L USM;169=Sigma 18-200mm f/3.5-6.3 DC OS;\
        169=Sigma 15-30mm f/3.5-4.5 EX DG Aspherical;169=Sigma 18-50mm f/2.8 Macro;169=Sigma 50mm f/1.4 EX DG HSM;\
        169=Sigma 85mm f/1.4 EX DG HSM;169=Sigma 30mm f/1.4 EX DC HSM;169=Sigma 35mm f/1.4 DG HSM;\
        169=Sigma 35mm f/1.5 FF High-Speed Prime | 017;169=Sigma 70mm f/2.8 Macro EX DG;\
        170=Canon EF 200mm f/2.8L II USM;170=Sigma 300mm f/2.8 APO EX DG HSM;170=Sigma 800mm f/5.6 APO EX DG HSM;\
        171=Canon EF 300mm f/4L USM;172=Canon EF 400mm f/5.6L USM;172=Sigma 150-600mm f/5-6.3 DG OS HSM | S;\
        172=Sigma 500mm f/4.5 APO EX DG HSM;173=Canon EF 180mm Macro f/3.5L USM;173=Sigma 180mm EX HSM Macro f/3.5;\
        173=Sigma APO Macro 150mm f/2.8 EX DG HSM;173=Sigma 10mm f/2.8 EX DC Fisheye;\
        173=Sigma 15mm f/2.8 EX DG Diagonal Fisheye;173=Venus Laowa 100mm F2.8 2X Ultra Macro APO;\
        174=Canon EF 135mm f/2L USM;174=Sigma 70-200mm f/2.8 EX DG APO OS HSM;\
        174=Sigma 50-500mm f/4.5-6.3 APO DG OS HSM;174=Sigma 150-500mm f/5-6.3 APO DG OS HSM;\
        174=Zeiss Milvus 100mm f/2 Makro;174=Sigma APO 50-150mm f/2.8 EX DC OS HSM;\
        174=Sigma APO 120-300mm f/2.8 EX DG OS HSM;174=Sigma 120-300mm f/2.8 DG OS HSM S013;\
        174=Sigma 120-400mm f/4.5-5.6 APO DG OS HSM;174=Sigma 200-500mm f/2.8 APO EX DG;175=Canon EF 400mm f/2.8L USM;\
        176=Canon EF 24-85mm f/3.5-4.5 USM;177=Canon EF 300mm f/4L IS USM;178=Canon EF 28-135mm f/3.5-5.6 IS;\
        179=Canon EF 24mm f/1.4L USM;180=Canon EF 35mm f/1.4L USM;180=Sigma 50mm f/1.4 DG HSM | A;\
        180=Sigma 20mm f/1.4 DG HSM | A;180=Sigma 24mm f/1.4 DG HSM | A;180=Zeiss Milvus 50mm f/1.4;\
        180=Zeiss Milvus 85mm f/1.4;180=Zeiss Otus 28mm f/1.4 ZE;180=Sigma 24mm f/1.5 FF High-Speed Prime | 017;\
        180=Sigma 50mm f/1.5 FF High-Speed Prime | 017;180=Sigma 85mm f/1.5 FF High-Speed Prime | 017;\
        180=Tokina Opera 50mm f/1.4 FF;181=Canon EF 100-400mm f/4.5-5.6L IS USM + 1.4x;\
        181=Sigma 150-600mm f/5-6.3 DG OS HSM | S + 1.4x;182=Canon EF 100-400mm f/4.5-5.6L IS USM + 2x;\
        182=Sigma 150-600mm f/5-6.3 DG OS HSM | S + 2x;183=Canon EF 100-400mm f/4.5-5.6L IS USM;\
        183=Sigma 150mm f/2.8 EX DG OS HSM APO Macro;183=Sigma 105mm f/2.8 EX DG OS HSM Macro;\
        183=Sigma 180mm f/2.8 EX DG OS HSM APO Macro;183=Sigma 150-600mm f/5-6.3 DG OS HSM | C;\
        183=Sigma 150-600mm f/5-6.3 DG OS HSM | S;183=Sigma 100-400mm f/5-6.3 DG OS HSM;\
        183=Sigma 180mm f/3.5 APO Macro EX DG IF HSM;184=Canon EF 400mm f/2.8L USM + 2x;\
        185=Canon EF 600mm f/4L IS USM;186=Canon EF 70-200mm f/4L USM;187=Canon EF 70-200mm f/4L USM + 1.4x;\
        188=Canon EF 70-200mm f/4L USM + 2x;189=Canon EF 70-200mm f/4L USM + 2.8x;190=Canon EF 100mm f/2.8 Macro USM;\
        191=Canon EF 400mm f/4 DO IS;191=Sigma 500mm f/4 DG OS HSM;193=Canon EF 35-80mm f/4-5.6 USM;\
        194=Canon EF 80-200mm f/4.5-5.6 USM;195=Canon EF 35-105mm f/4.5-5.6 USM;196=Canon EF 75-300mm f/4-5.6 USM;\
        197=Canon EF 75-300mm f/4-5.6 IS USM;197=Sigma 18-300mm f/3.5-6.3 DC Macro OS HSM;198=Canon EF 50mm f/1.4 USM;\
        198=Zeiss Otus 55mm f/1.4 ZE;198=Zeiss Otus 85mm f/1.4 ZE;198=Zeiss Milvus 25mm f/1.4;\
        198=Zeiss Otus 100mm f/1.4;198=Zeiss Milvus 35mm f/1.4 ZE;198=Yongnuo YN 35mm f/2;\
        199=Canon EF 28-80mm f/3.5-5.6 USM;200=Canon EF 75-300mm f/4-5.6 USM;201=Canon EF 28-80mm f/3.5-5.6 USM;\
        202=Canon EF 28-80mm f/3.5-5.6 USM IV;208=Canon EF 22-55mm f/4-5.6 USM;209=Canon EF 55-200mm f/4.5-5.6;\
        210=Canon EF 28-90mm f/4-5.6 USM;211=Canon EF 28-200mm f/3.5-5.6 USM;212=Canon EF 28-105mm f/4-5.6 USM;\
        213=Canon EF 90-300mm f/4.5-5.6 USM;213=Tamron SP 150-600mm f/5-6.3 Di VC USD (A011);\
        213=Tamron 16-300mm f/3.5-6.3 Di II VC PZD Macro (B016);213=Tamron SP 35mm f/1.8 Di VC USD (F012);\
        213=Tamron SP 45mm f/1.8 Di VC USD (F013);214=Canon EF-S 18-55mm f/3.5-5.6 USM;\
        215=Canon EF 55-200mm f/4.5-5.6 II USM;217=Tamron AF 18-270mm f/3.5-6.3 Di II VC PZD;\
        220=Yongnuo YN 50mm f/1.8;224=Canon EF 70-200mm f/2.8L IS USM;225=Canon EF 70-200mm f/2.8L IS USM + 1.4x;\
        226=Canon EF 70-200mm f/2.8L IS USM + 2x;227=Canon EF 70-200mm f/2.8L IS USM + 2.8x;\
        228=Canon EF 28-105mm f/3.5-4.5 USM;229=Canon EF 16-35mm f/2.8L USM;230=Canon EF 24-70mm f/2.8L USM;\
        231=Canon EF 17-40mm f/4L USM;231=Sigma 12-24mm f/4 DG HSM A016;232=Canon EF 70-300mm f/4.5-5.6 DO IS USM;\
        233=Canon EF 28-300mm f/3.5-5.6L IS USM;234=Canon EF-S 17-85mm f/4-5.6 IS USM;\
        234=Tokina AT-X 12-28 PRO DX 12-28mm f/4;235=Canon EF-S 10-22mm f/3.5-4.5 USM;\
        236=Canon EF-S 60mm f/2.8 Macro USM;237=Canon EF 24-105mm f/4L IS USM;238=Canon EF 70-300mm f/4-5.6 IS USM;\
        239=Rokinon SP 85mm f/1.2;240=Canon EF-S 17-55mm f/2.8 IS USM;240=Sigma 17-50mm f/2.8 EX DC OS HSM;\
        241=Canon EF 50mm f/1.2L USM;242=Canon EF 70-200mm f/4L IS USM;243=Canon EF 70-200mm f/4L IS USM + 1.4x;\
        244=Canon EF 70-200mm f/4L IS USM + 2x;245=Canon EF 70-200mm f/4L IS USM + 2.8x;\
        246=Canon EF 16-35mm f/2.8L II USM;247=Canon EF 14mm f/2.8L II USM;248=Canon EF 200mm f/2L IS USM;\
        248=Sigma 24-35mm f/2 DG HSM | A;248=Sigma 135mm f/2 FF High-Speed Prime | 017;\
        248=Sigma 24-35mm f/2.2 FF Zoom | 017;248=Sigma 135mm f/1.8 DG HSM A017;249=Canon EF 800mm f/5.6L IS USM;\
        250=Canon EF 24mm f/1.4L II USM;250=Sigma 20mm f/1.4 DG HSM | A;\
        250=Sigma 20mm f/1.5 FF High-Speed Prime | 017;250=Tokina Opera 16-28mm f/2.8 FF;\
        250=Sigma 85mm f/1.4 DG HSM A016;251=Canon EF 70-200mm f/2.8L IS II USM;\
        251=Canon EF 70-200mm f/2.8L IS III USM;252=Canon EF 70-200mm f/2.8L IS II USM + 1.4x;\
        252=Canon EF 70-200mm f/2.8L IS III USM + 1.4x;253=Canon EF 70-200mm f/2.8L IS II USM + 2x;\
        253=Canon EF 70-200mm f/2.8L IS III USM + 2x;254=Canon EF 100mm f/2.8L Macro IS USM;\
        254=Tamron SP 90mm f/2.8 Di VC USD 1:1 Macro (F017);255=Sigma 24-105mm f/4 DG OS HSM | A;\
        255=Sigma 180mm f/2.8 EX DG OS HSM APO Macro;255=Tamron SP 70-200mm f/2.8 Di VC USD;255=Yongnuo YN 50mm f/1.8;\
        368=Sigma 14-24mm f/2.8 DG HSM | A;368=Sigma 20mm f/1.4 DG HSM | A;368=Sigma 35mm f/1.4 DG HSM | A;\
        368=Sigma 70mm f/2.8 DG Macro;368=Sigma 18-35mm f/1.8 DC HSM | A;368=Sigma 24-105mm f/4 DG OS HSM | A;\
        368=Sigma 50mm f/1.4 DG HSM | A;368=Sigma 40mm f/1.4 DG HSM | A;368=Sigma 60-600mm f/4.5-6.3 DG OS HSM | S;\
        368=Sigma 28mm f/1.4 DG HSM | A;368=Sigma 150-600mm f/5-6.3 DG OS HSM | S;368=Sigma 85mm f/1.4 DG HSM | A;\
        368=Sigma 105mm f/1.4 DG HSM;368=Sigma 14-24mm f/2.8 DG HSM;488=Canon EF-S 15-85mm f/3.5-5.6 IS USM;\
        489=Canon EF 70-300mm f/4-5.6L IS USM;490=Canon EF 8-15mm f/4L Fisheye USM;\
        491=Canon EF 300mm f/2.8L IS II USM;491=Tamron SP 70-200mm f/2.8 Di VC USD G2 (A025);\
        491=Tamron 18-400mm f/3.5-6.3 Di II VC HLD (B028);491=Tamron 100-400mm f/4.5-6.3 Di VC USD (A035);\
        491=Tamron 70-210mm f/4 Di VC USD (A034);491=Tamron 70-210mm f/4 Di VC USD (A034) + 1.4x;\
        491=Tamron SP 24-70mm f/2.8 Di VC USD G2 (A032);492=Canon EF 400mm f/2.8L IS II USM;\
        493=Canon EF 24-105mm f/4L IS USM;494=Canon EF 600mm f/4L IS II USM;495=Canon EF 24-70mm f/2.8L II USM;\
        495=Sigma 24-70mm f/2.8 DG OS HSM | A;496=Canon EF 200-400mm f/4L IS USM;\
        499=Canon EF 200-400mm f/4L IS USM + 1.4x;502=Canon EF 28mm f/2.8 IS USM;\
        502=Tamron 35mm f/1.8 Di VC USD (F012);503=Canon EF 24mm f/2.8 IS USM;504=Canon EF 24-70mm f/4L IS USM;\
        505=Canon EF 35mm f/2 IS USM;506=Canon EF 400mm f/4 DO IS II USM;507=Canon EF 16-35mm f/4L IS USM;\
        508=Canon EF 11-24mm f/4L USM;508=Tamron 10-24mm f/3.5-4.5 Di II VC HLD (B023);\
        624=Sigma 70-200mm f/2.8 DG OS HSM | S;624=Sigma 150-600mm f/5-6.3 | C;\
        747=Canon EF 100-400mm f/4.5-5.6L IS II USM;747=Tamron SP 150-600mm f/5-6.3 Di VC USD G2;\
        748=Canon EF 100-400mm f/4.5-5.6L IS II USM + 1.4x;748=Tamron 100-400mm f/4.5-6.3 Di VC USD A035E + 1.4x;\
        748=Tamron 70-210mm f/4 Di VC USD (A034) + 2x;749=Tamron 100-400mm f/4.5-6.3 Di VC USD A035E + 2x;\
        750=Canon EF 35mm f/1.4L II USM;750=Tamron SP 85mm f/1.8 Di VC USD (F016);\
        750=Tamron SP 45mm f/1.8 Di VC USD (F013);751=Canon EF 16-35mm f/2.8L III USM;\
        752=Canon EF 24-105mm f/4L IS II USM;753=Canon EF 85mm f/1.4L IS USM;754=Canon EF 70-200mm f/4L IS II USM;\
        757=Canon EF 400mm f/2.8L IS III USM;758=Canon EF 600mm f/4L IS III USM;\
        1136=Sigma 24-70mm f/2.8 DG OS HSM | A;4142=Canon EF-S 18-135mm f/3.5-5.6 IS STM;\
        4143=Canon EF-M 18-55mm f/3.5-5.6 IS STM;4143=Tamron 18-200mm f/3.5-6.3 Di III VC;\
        4144=Canon EF 40mm f/2.8 STM;4145=Canon EF-M 22mm f/2 STM;4146=Canon EF-S 18-55mm f/3.5-5.6 IS STM;\
        4147=Canon EF-M 11-22mm f/4-5.6 IS STM;4148=Canon EF-S 55-250mm f/4-5.6 IS STM;\
        4149=Canon EF-M 55-200mm f/4.5-6.3 IS STM;4150=Canon EF-S 10-18mm f/4.5-5.6 IS STM;\
        4152=Canon EF 24-105mm f/3.5-5.6 IS STM;4153=Canon EF-M 15-45mm f/3.5-6.3 IS STM;\
        4154=Canon EF-S 24mm f/2.8 STM;4155=Canon EF-M 28mm f/3.5 Macro IS STM;4156=Canon EF 50mm f/1.8 STM;\
        4157=Canon EF-M 18-150mm f/3.5-6.3 IS STM;4158=Canon EF-S 18-55mm f/4-5.6 IS STM;\
        4159=Canon EF-M 32mm f/1.4 STM;4160=Canon EF-S 35mm f/2.8 Macro IS STM;4208=Sigma 56mm f/1.4 DC DN | C;\
        4208=Sigma 30mm F1.4 DC DN | C;36910=Canon EF 70-300mm f/4-5.6 IS II USM;\
        36912=Canon EF-S 18-135mm f/3.5-5.6 IS USM;61182=Canon RF 50mm F1.2L USM;61182=Canon RF 24-105mm F4L IS USM;\
        61182=Canon RF 85mm F2 MACRO IS STM;61182=Canon RF 600mm F11 IS STM;61182=Canon RF 600mm F11 IS STM + RF1.4x;\
        61182=Canon RF 600mm F11 IS STM + RF2x;61182=Canon RF 800mm F11 IS STM;\
        61182=Canon RF 800mm F11 IS STM + RF1.4x;61182=Canon RF 800mm F11 IS STM + RF2x;\
        61182=Canon RF 24-105mm F4-7.1 IS STM;61182=Canon RF 100-500mm F4.5-7.1L IS USM;\
        61182=Canon RF 100-500mm F4.5-7.1L IS USM + RF1.4x;61182=Canon RF 28-70mm F2L USM;\
        61182=Canon RF 100-500mm F4.5-7.1L IS USM + RF2x;61182=Canon RF 70-200mm F4L IS USM;\
        61182=Canon RF 100mm F2.8L MACRO IS USM;61182=Canon RF 50mm F1.8 STM;61182=Canon RF 14-35mm F4L IS USM;\
        61182=Canon RF-S 18-45mm F4.5-6.3 IS STM;61182=Canon RF 100-400mm F5.6-8 IS USM;\
        61182=Canon RF 100-400mm F5.6-8 IS USM + RF1.4x;61182=Canon RF 100-400mm F5.6-8 IS USM + RF2x;\
        61182=Canon RF-S 18-150mm F3.5-6.3 IS STM;61182=Canon RF 35mm F1.8 MACRO IS STM;\
        61182=Canon RF 24mm F1.8 MACRO IS STM;61182=Canon RF 16mm F2.8 STM;61182=Canon RF 400mm F2.8L IS USM;\
        61182=Canon RF 400mm F2.8L IS USM + RF1.4x;61182=Canon RF 400mm F2.8L IS USM + RF2x;\
        61182=Canon RF 600mm F4L IS USM;61182=Canon RF 15-30mm F4.5-6.3 IS STM;61182=Canon RF 800mm F5.6L IS USM;\
        61182=Canon RF 800mm F5.6L IS USM + RF1.4x;61182=Canon RF 800mm F5.6L IS USM + RF2x;\
        61182=Canon RF 85mm F1.2L USM;61182=Canon RF 1200mm F8L IS USM;61182=Canon RF 1200mm F8L IS USM + RF1.4x;\
        61182=Canon RF 1200mm F8L IS USM + RF2x;61182=Canon RF 135mm F1.8 L IS USM;\
        61182=Canon RF 24-50mm F4.5-6.3 IS STM;61182=Canon RF-S 55-210mm F5-7.1 IS STM;\
        61182=Canon RF 5.2mm F2.8L Dual Fisheye 3D VR;61182=Canon RF 85mm F1.2L USM DS;\
        61182=Canon RF 24-70mm F2.8L IS USM;61182=Canon RF 15-35mm F2.8L IS USM;61182=Canon RF 24-240mm F4-6.3 IS USM;\
        61182=Canon RF 70-200mm F2.8L IS USM;61491=Canon CN-E 14mm T3.1 L F;61492=Canon CN-E 24mm T1.5 L F;\
        61494=Canon CN-E 85mm T1.3 L F;61495=Canon CN-E 135mm T2.2 L F;61496=Canon CN-E 35mm T1.5 L F;
        """)
}
